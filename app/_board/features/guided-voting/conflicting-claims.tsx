'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { focusHeadingOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { ConflictingVotes } from '#domain/debate/votes/conflicting-votes.ts';
import { currentAnswer } from '#domain/debate/votes/guided-order.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim, usePosition } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import styles from './guided-voting.module.css';

interface ConflictingClaimsProps {
  /** As they were when the viewer asked: a pair stays while they change a vote in it. */
  readonly pairs: readonly ConflictingVotes[];
  readonly onBack: () => void;
}

/** Pairs of claims on which the viewer's own votes conflict, each with the viewer's vote to change. Nobody else sees them. */
export function ConflictingClaims({ pairs, onBack }: ConflictingClaimsProps) {
  const t = useMessages('guided');
  return (
    <div className={styles.conflicts}>
      <h3 className={styles.heading} tabIndex={-1} ref={focusHeadingOnMount}>
        {t('conflictTitle')}
      </h3>
      <p className={styles.quiet}>{t('conflictText')}</p>
      <ol className={styles.pairs}>
        {pairs.map(({ claimId, attackerId }) => (
          <li key={`${claimId} ${attackerId}`} className={styles.pair}>
            <VotedClaim id={claimId} />
            <p className={styles.relation} data-relation="attack">
              <BearingSign bearing="attack" />
              {t('attackedBy')}
            </p>
            <VotedClaim id={attackerId} />
          </li>
        ))}
      </ol>
      <Button look="primary" className={styles.onward} onClick={onBack}>
        {t('toVoting')}
      </Button>
    </div>
  );
}

function VotedClaim({ id }: { id: string }) {
  const claim = useClaim(id);
  return claim ? <OwnVote claim={claim} /> : null;
}

function OwnVote({ claim }: { claim: Claim }) {
  const t = useMessages('guided');
  const readable = useReadable();
  const submit = useSubmit();
  const position = usePosition(claim.positionId);
  const given = useBoard(({ replica }) => currentAnswer(replica.view, claim, replica.participantId));
  const { id: claimId, wording } = claim;
  const text = readable(claim.text);
  return (
    <div className={styles.target} style={hueStyle(position?.hue)} data-claim={claimId}>
      <p dir="auto">{text}</p>
      <AnswerButtons
        label={t('voteOn', { claim: excerpt(text, 60) })}
        given={given}
        onAnswer={(answer) => {
          if (answer !== given) submit([{ type: 'vote.cast', claimId, answer, wording }]);
        }}
      />
    </div>
  );
}
