'use client';

import { memo } from 'react';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { isBallotSecret } from '#domain/debate/votes/ballots.ts';
import { ANSWERS, type Answer } from '#domain/debate/votes/vote.ts';
import { ResearchNote } from '../../core/claims/research-note.tsx';
import { isSameButText } from '../../core/claims/same-but-text.ts';
import { type OwnVote, useMay, useMergedInto, useOwnVote } from '../../core/claims/use-claim.ts';
import { useTalliesHidden } from '../../core/claims/use-tallies-hidden.ts';
import { useVote } from '../../core/commands/use-vote.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './vote-bar.module.css';

interface VoteBarProps {
  readonly claim: Claim;
  /** `compact` fits a card or a line; `full` fills its container and says which wording the votes were cast on. */
  readonly size?: 'compact' | 'full';
}

/** Agree, disagree or pass; choosing the same answer again withdraws it. */
export const VoteBar = memo(function VoteBar({ claim, size = 'full' }: VoteBarProps) {
  const t = useMessages('claim');
  const own = useOwnVote(claim);
  const isMerged = useMergedInto(claim.id) !== undefined;
  const mayVote = useMay('vote.cast');
  const vote = useVote();
  // The panel says why.
  if (!mayVote || claim.retracted || isMerged || awaitsRecognition(claim)) return null;
  return (
    <Stack gap={2}>
      <fieldset className={joinClasses(styles.bar, styles[size])} aria-label={t('vote')}>
        {ANSWERS.map((answer) => (
          <VoteButton
            key={answer}
            answer={answer}
            count={claim.tally[answer]}
            given={own?.answer === answer}
            earlier={own?.earlier === true}
            onVote={() => vote(claim.id, answer)}
          />
        ))}
        {size === 'compact' && <ResearchNote short />}
      </fieldset>
      {size === 'full' && (
        <>
          <ResearchNote />
          <VoteNotes claim={claim} own={own} />
        </>
      )}
    </Stack>
  );
}, isSameButText);

interface VoteButtonProps {
  readonly answer: Answer;
  readonly count: number;
  readonly given: boolean;
  readonly earlier: boolean;
  readonly onVote: () => void;
}

function VoteButton({ answer, count, given, earlier, onVote }: VoteButtonProps) {
  const t = useMessages('claim');
  const hidden = useTalliesHidden();
  return (
    <button
      type="button"
      className={joinClasses(styles.button, styles[answer])}
      aria-pressed={given}
      aria-label={hidden ? t('voteHintHidden', { answer }) : t('voteHint', { answer, count })}
      data-answer={answer}
      data-earlier={given && earlier ? '' : undefined}
      onClick={(event) => {
        event.stopPropagation();
        if (!isRepeatedClick(event)) onVote();
      }}
    >
      <span>{t(answer)}</span>
      {!hidden && <span className={styles.count}>{count}</span>}
    </button>
  );
}

/**
 * Explains how a secret total is disclosed, and which wording the votes of the viewer and of others were cast on, if not the present one.
 */
function VoteNotes({ claim, own }: { claim: Claim; own: OwnVote | undefined }) {
  const t = useMessages('claim');
  const hidden = useTalliesHidden();
  const isSecret = useBoard(({ replica }) => isBallotSecret(replica.view));
  return (
    <>
      {isSecret && !hidden && <Note>{t('secretTotal')}</Note>}
      {own?.earlier && <Note>{t(own.merged ? 'votedMerged' : 'votedEarlier')}</Note>}
      {claim.tally.earlier > 0 && !hidden && <Note>{t('earlierVotes', { count: claim.tally.earlier })}</Note>}
    </>
  );
}
