'use client';

import { useMemo } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import type { PictureName } from '#domain/debate/meetings/spotlight.ts';
import { supportOf } from '#domain/debate/questions/questions.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useName } from '../../core/people/use-called.ts';
import { SwingPicture } from '../../core/polls/swing-picture.tsx';
import { useAnswerCount, usePollWords, useSwing } from '../../core/polls/use-polls.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { PollPicture } from '../../features/polls/poll-picture.tsx';
import { PollResult } from '../../features/polls/poll-result.tsx';
import { useClosingWords } from '../../features/polls/use-closing-words.ts';
import { useHowToAnswer } from '../../features/polls/use-how-to-answer.ts';
import { lengthStep } from './length-step.ts';
import { LitClaim } from './lit-claim.tsx';
import { NowScene } from './now-scene.tsx';
import { type OnStage, onStage } from './on-stage.ts';
import styles from './stage-board.module.css';
import { useFreshResults } from './use-fresh-results.ts';

const DebatePicture = lazyComponent<{ name: Exclude<PictureName, '~results'> }>(
  () => import('./debate-picture.tsx'),
);

/** Returns what is on the stage. */
export function useOnStage(): OnStage {
  const polls = useBoard(({ replica }) => replica.view.polls);
  const questions = useBoard(({ replica }) => replica.view.questions);
  const spotlight = useBoard(({ replica }) => replica.view.spotlight);
  const fresh = useFreshResults(polls);
  return useMemo(() => onStage({ polls, questions, spotlight }, fresh), [polls, questions, spotlight, fresh]);
}

/** A poll, a poll's result, the claim, question or picture in the spotlight, or the front of the debate. */
export function Scene({ scene }: { scene: OnStage }) {
  switch (scene.kind) {
    case 'poll':
      return <Asked pollId={scene.pollId} />;
    case 'result':
      return <Result pollId={scene.pollId} />;
    case 'noResult':
      return <NoResult />;
    case 'question':
      return <FromTheFloor questionId={scene.questionId} />;
    case 'claim':
      return <Lit claimId={scene.claimId} />;
    case 'picture':
      return <DebatePicture name={scene.name} />;
    case 'now':
      return <NowScene />;
  }
}

function Lit({ claimId }: { claimId: string }) {
  const id = useBoard(({ replica }) => resolveMerge(replica.view, claimId));
  const claim = useClaim(id);
  return claim ? <LitClaim claim={claim} /> : <NowScene />;
}

function Asked({ pollId }: { pollId: string }) {
  const t = useMessages('polls');
  const poll = useBoard(({ replica }) => replica.view.polls.get(pollId));
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  const { questionOf, optionsOf } = usePollWords();
  const answers = useAnswerCount(poll);
  const closing = useClosingWords(poll);
  const howToAnswer = useHowToAnswer();
  if (!poll) return null;
  const howTo = howToAnswer(poll);
  // The options of a scale are its ends.
  const options = poll.form?.type === 'scale' ? [] : optionsOf(poll);
  return (
    <section className={styles.scene} aria-label={t('kind', { kind: poll.kind })}>
      <p className={styles.label}>{t('kind', { kind: poll.kind })}</p>
      <h1 className={styles.motion} dir="auto">
        {poll.kind === 'quick' ? questionOf(poll) : motion}
      </h1>
      {howTo && (
        <p className={styles.howTo} dir="auto">
          {howTo}
        </p>
      )}
      {poll.counts && <PollPicture poll={poll} counts={poll.counts} />}
      {!poll.counts && options.length > 0 && (
        <ul className={styles.choices}>
          {options.map((option, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
            <li key={at} dir="auto">
              {option}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.count} role="status">
        {answers} {closing}
      </p>
    </section>
  );
}

/** A question from the floor, with its author if names are shown, and its support. */
function FromTheFloor({ questionId }: { questionId: string }) {
  const t = useMessages('questions');
  const readable = useReadable();
  const question = useBoard(({ replica }) => replica.view.questions.get(questionId));
  const name = useName(question?.author ?? '');
  const isHidden = useBoard(({ replica }) => areTalliesRestricted(replica.view));
  if (!question) return <NowScene />;
  const count = supportOf(question);
  const text = readable(question.text);
  return (
    <section
      className={styles.scene}
      aria-label={t('label')}
      data-question={questionId}
      data-length={lengthStep(text)}
    >
      <p className={styles.label}>{t('label')}</p>
      <h1 className={styles.motion} dir="auto">
        {text}
      </h1>
      <p className={styles.origin}>
        {typeof name === 'string' && <span dir="auto">{name}</span>}
        {!isHidden && count > 0 && <span>{t('supported', { count })}</span>}
      </p>
    </section>
  );
}

/** The spotlight is on the last result, and no poll has one to show. */
function NoResult() {
  const spotlight = useMessages('spotlight');
  const t = useMessages('polls');
  const title = spotlight('picture.~results');
  return (
    <section className={styles.scene} aria-label={title}>
      <h1 className={styles.label}>{title}</h1>
      <p className={styles.faint}>{t('noResult')}</p>
    </section>
  );
}

function Result({ pollId }: { pollId: string }) {
  const t = useMessages('polls');
  const poll = useBoard(({ replica }) => replica.view.polls.get(pollId));
  const swing = useSwing();
  if (!poll) return null;
  return (
    <section className={styles.scene} aria-label={t('results')}>
      {swing?.after.id === pollId ? (
        <>
          <h1 className={styles.label}>{t('swing')}</h1>
          <SwingPicture swing={swing} isOpen />
        </>
      ) : (
        <div className={styles.outcome}>
          <PollResult poll={poll} />
        </div>
      )}
    </section>
  );
}
