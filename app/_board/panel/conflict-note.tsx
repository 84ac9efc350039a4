'use client';

import { useMemo } from 'react';
import type { Claim } from '#domain/debate/map/claim.ts';
import { conflictingVotesAt } from '#domain/debate/votes/conflicting-votes.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { useClaim, useMay } from '../core/claims/use-claim.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import styles from './conflict-note.module.css';

/** Where the viewer's own votes on this claim and on another conflict, gently, with the way there. Nobody else sees it. */
export function ConflictNote({ claimId }: { claimId: string }) {
  const t = useMessages('guided');
  const mayVote = useMay('vote.cast');
  const view = useBoard(({ replica }) => replica.view);
  const participantId = useBoard(({ replica }) => replica.participantId);
  const conflicts = useMemo(
    () => conflictingVotesAt(view, participantId, claimId),
    [view, participantId, claimId],
  );
  const isShown = mayVote && conflicts.length > 0;
  return (
    <div aria-live="polite" className={styles.note}>
      {isShown && (
        <>
          {conflicts.map(({ claimId: attacked, attackerId }) => (
            <OtherClaim
              key={`${attacked} ${attackerId}`}
              id={attackerId === claimId ? attacked : attackerId}
              says={t(attackerId === claimId ? 'conflictAttacker' : 'conflictClaim')}
            />
          ))}
          <p>{t('conflictHere')}</p>
        </>
      )}
    </div>
  );
}

function OtherClaim({ id, says }: { id: string; says: string }) {
  const claim = useClaim(id);
  return claim ? <OtherText claim={claim} says={says} /> : null;
}

function OtherText({ claim, says }: { claim: Claim; says: string }) {
  const readable = useReadable();
  const { select } = useViewActs();
  return (
    <>
      <p>{says}</p>
      <Button
        look="quiet"
        size="small"
        className={styles.other}
        dir="auto"
        onClick={() => select({ kind: 'claim', id: claim.id })}
      >
        {excerpt(readable(claim.text), 60)}
      </Button>
    </>
  );
}
