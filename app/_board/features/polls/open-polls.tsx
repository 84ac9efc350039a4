'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isSameChoice } from '#domain/debate/polls/choices.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import type { PollChoice } from '#domain/debate/polls/poll-form.ts';
import { thresholdOf } from '#domain/debate/polls/polls.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { pollFocus } from '../../core/polls/poll-focus.ts';
import {
  useAnswerCount,
  useBallotSentence,
  useHasResults,
  useOwnAnswer,
  usePolls,
  usePollWords,
} from '../../core/polls/use-polls.ts';
import { PollPicture } from './poll-picture.tsx';
import styles from './polls.module.css';
import { useChoiceWords } from './use-choice-words.ts';
import { useClosingWords } from './use-closing-words.ts';

const AnswerForm = lazyComponent<{
  poll: Poll;
  own: PollChoice | undefined;
  onAnswer: (choice: PollChoice) => void;
}>(() => import('./answering/answer-form.tsx'));
const ResultsDialog = lazyComponent(() => import('./results-dialog.tsx'));

/** The polls that wait for an answer, and a button for the results of closed ones. */
export function OpenPolls() {
  const polls = usePolls();
  const open = polls.filter((poll) => poll.open);
  const hasResults = useHasResults();
  if (polls.length === 0) return null;
  return (
    <>
      {open.map((poll) => (
        <OpenPoll key={poll.id} poll={poll} />
      ))}
      {hasResults && <ResultsButton />}
    </>
  );
}

/** Opens the results of closed polls. */
export function ResultsButton({ className, isShort = false }: { className?: string; isShort?: boolean }) {
  const t = useMessages('polls');
  const [shows, setShows] = useState(false);
  return (
    <>
      <Button
        className={className}
        size="small"
        look={isShort ? 'plain' : 'quiet'}
        aria-label={isShort ? t('show') : undefined}
        onClick={() => setShows(true)}
      >
        {t(isShort ? 'results' : 'show')}
      </Button>
      {shows && <ResultsDialog onClose={() => setShows(false)} />}
    </>
  );
}

/** Keeps the focus from being lost with a part that goes away while it has it. */
function useCaughtOnClose(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const shown = part.current;
    return () => {
      if (shown?.contains(document.activeElement)) catchFocus();
    };
  }, [part]);
}

interface OpenPollProps {
  readonly poll: Poll;
  /** Hides it on a phone: the row above the board shows it again. */
  readonly onHide?: () => void;
}

/** One question with its answers, each a button large enough for a thumb; once answered, one line. */
export function OpenPoll({ poll, onHide }: OpenPollProps) {
  const t = useMessages('polls');
  const { questionOf, optionsOf } = usePollWords();
  const answers = useAnswerCount(poll);
  const closing = useClosingWords(poll);
  const choiceWords = useChoiceWords();
  const ballot = useBallotSentence(poll);
  const own = useOwnAnswer(poll.id);
  const mayAnswer = useMay('poll.answer');
  const submit = useSubmit();
  const [changes, setChanges] = useState(false);
  const options = optionsOf(poll);
  // The server rejects the answer if the threshold has been lowered since.
  const promised = poll.secret ? { threshold: thresholdOf(poll) } : {};
  const asks = mayAnswer && (own === undefined || changes);
  const section = useRef<HTMLElement>(null);
  useCaughtOnClose(section);
  useEffect(() => pollFocus.onAsked(poll.id, () => section.current?.focus()), [poll.id]);
  const ownAnswer = useRef<HTMLElement>(null);
  const act = useFocusAfterAct(asks ? section : ownAnswer, asks);
  const answer = (choice: PollChoice | null) => {
    act();
    setChanges(false);
    if (!isSameChoice(choice, own ?? null))
      submit([{ type: 'poll.answer', pollId: poll.id, choice, ...promised }]);
  };
  const change = () => {
    act();
    setChanges(true);
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.poll}
      data-asks={asks ? '' : undefined}
      aria-label={t('kind', { kind: poll.kind })}
    >
      <p className={styles.question} dir="auto">
        <span className={styles.kind}>{t('kind', { kind: poll.kind })}</span>
        {questionOf(poll)}
      </p>
      {onHide && (
        <Button className={styles.hide} size="small" look="quiet" aria-label={t('hide')} onClick={onHide}>
          <CloseIcon />
        </Button>
      )}
      {asks && poll.form && <AnswerForm poll={poll} own={own} onAnswer={answer} />}
      {asks && !poll.form ? (
        <fieldset className={styles.options} aria-label={t('answers')}>
          {options.map((option, choice) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
              key={choice}
              dir="auto"
              aria-pressed={own === choice}
              onClick={() => answer(choice)}
            >
              {option}
            </Button>
          ))}
        </fieldset>
      ) : (
        own !== undefined &&
        !asks && (
          <p className={styles.own}>
            <strong ref={ownAnswer} tabIndex={-1} dir="auto">
              {t('yours', { option: choiceWords(poll, own) })}
            </strong>
            <span className={styles.ownActs}>
              <Button size="small" look="quiet" onClick={change}>
                {t('change')}
              </Button>
              <Button size="small" look="quiet" onClick={() => answer(null)}>
                {t('withdraw')}
              </Button>
            </span>
          </p>
        )
      )}
      {poll.counts && own !== undefined && !asks && <PollPicture poll={poll} counts={poll.counts} />}
      <p className={styles.hint}>
        {ballot} {answers} {closing}
      </p>
    </section>
  );
}
