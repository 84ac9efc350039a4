'use client';

import { useCallback, useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Poll, STANCES } from '#domain/debate/polls/poll.ts';
import type { PollChoice } from '#domain/debate/polls/poll-form.ts';
import {
  askedPolls,
  hasResults,
  hidesAnswers,
  isOnMotion,
  pollsInOrder,
  type Swing,
  swingOf,
  thresholdOf,
} from '#domain/debate/polls/polls.ts';
import { useReadable } from '../claims/use-readable.ts';
import { useBoard } from '../store/board-context.tsx';

/** Returns the polls of the debate that were asked, in order. */
export function usePolls(): readonly Poll[] {
  const polls = useBoard(({ replica }) => replica.view.polls);
  return useMemo(() => askedPolls({ polls }), [polls]);
}

/** True if a poll has closed and there is more to see of it than that its results come later. */
export function useHasResults(): boolean {
  return useBoard(({ replica }) => hasResults(replica.view));
}

/** Returns the polls that wait for a moderator to open them, in order. */
export function usePreparedPolls(): readonly Poll[] {
  const polls = useBoard(({ replica }) => replica.view.polls);
  return useMemo(() => pollsInOrder({ polls }).filter(({ prepared }) => prepared), [polls]);
}

/** Returns how stances moved, once it is known. */
export function useSwing(): Swing | null {
  const polls = useBoard(({ replica }) => replica.view.polls);
  return useMemo(() => swingOf({ polls }), [polls]);
}

/** Returns the viewer's answer to a poll; undefined if they have not answered. */
export function useOwnAnswer(pollId: string): PollChoice | undefined {
  return useBoard(({ replica: { view, participantId } }) =>
    view.answers.get(pollId)?.get(participantId ?? ''),
  );
}

/** Returns how many have answered a poll, or that this is not disclosed now. */
export function useAnswerCount(poll: Poll | undefined): string {
  const t = useMessages('polls');
  const hidden = useBoard(({ replica }) => hidesAnswers(replica.view));
  return hidden
    ? t('answersHidden')
    : t('answered', { count: poll?.answered ?? 0, open: String(poll?.open ?? false) });
}

/** Returns the sentence on what is shown of a poll's answers, and when. */
export function useBallotSentence(poll: Poll): string {
  const t = useMessages('polls');
  if (!poll.secret) return t('open');
  return t(poll.kind === 'before' ? 'secretBefore' : 'secret', { threshold: thresholdOf(poll) });
}

/** Returns functions for a poll's question and its options' texts. */
export function usePollWords(): {
  readonly questionOf: (poll: Poll) => string;
  readonly optionsOf: (poll: Poll) => readonly string[];
} {
  const t = useMessages('polls');
  const readable = useReadable();
  const questionOf = useCallback(
    (poll: Poll) => (isOnMotion(poll) ? t('onMotion') : readable(poll.question)),
    [t, readable],
  );
  const optionsOf = useCallback(
    (poll: Poll) =>
      isOnMotion(poll) ? STANCES.map((stance) => t('option', { stance })) : poll.options.map(readable),
    [t, readable],
  );
  return useMemo(() => ({ questionOf, optionsOf }), [questionOf, optionsOf]);
}
