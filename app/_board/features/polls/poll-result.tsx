'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { closingPoll, hidesAnswers, isOnMotion, thresholdOf } from '#domain/debate/polls/polls.ts';
import { useNumberText } from '../../core/polls/use-number-text.ts';
import { useAnswerCount, usePollWords } from '../../core/polls/use-polls.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { PollPicture } from './poll-picture.tsx';
import styles from './polls.module.css';

/** Result of one closed poll, or why it is not shown. `canHide`: with buttons that hide texts. */
export function PollResult({ poll, canHide = false }: { poll: Poll; canHide?: boolean }) {
  const t = useMessages('polls');
  const { questionOf } = usePollWords();
  const answers = useAnswerCount(poll);
  const why = useBoard(({ replica }) => whyKept(replica.view, poll));
  return (
    <section className={styles.result} aria-label={t('result', { question: questionOf(poll) })}>
      <h3 dir="auto">
        <span className={styles.kind}>{t('kind', { kind: poll.kind })}</span>
        {questionOf(poll)}
      </h3>
      {poll.counts ? (
        <PollPicture poll={poll} counts={poll.counts} canHide={canHide} />
      ) : (
        why && <p className={styles.hint}>{t(why, { threshold: thresholdOf(poll) })}</p>
      )}
      {!poll.counts && <RevealedNumber poll={poll} />}
      <p className={styles.hint}>{answers}</p>
    </section>
  );
}

/** The correct answer, if it was revealed: everyone sees it at once, even where no total is shown. */
function RevealedNumber({ poll: { right, form } }: { poll: Poll }) {
  const t = useMessages('pollForms');
  const text = useNumberText();
  if (right === undefined) return null;
  const unit = form?.type === 'number' ? form.unit : '';
  return (
    <p>
      <strong>{t('rightWas', { number: t('withUnit', { number: text(right), unit }).trim() })}</strong>
    </p>
  );
}

/** Returns why a total is not shown; `null`: the number of answers already explains it. */
function whyKept(view: Parameters<typeof closingPoll>[0], poll: Poll): 'kept' | 'waits' | 'hidden' | null {
  if (hidesAnswers(view)) return null;
  if (poll.answered < thresholdOf(poll)) return 'kept';
  const after = poll.kind === 'before' ? closingPoll(view, poll.id) : poll;
  return isOnMotion(poll) && after && !after.open ? 'hidden' : 'waits';
}
