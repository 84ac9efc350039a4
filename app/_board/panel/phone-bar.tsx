'use client';

import { memo } from 'react';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { Button } from '../../_ui/button/button.tsx';
import { CommentIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { BearingSign } from '../core/claims/bearing-sign.tsx';
import { isSameButText } from '../core/claims/same-but-text.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { useOfferedRelations } from '../core/commands/use-side.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { writtenRelation } from '../core/view/written-relation.ts';
import { useClaimActs } from '../features/claims/use-claim-acts.ts';
import { VoteBar } from '../features/claims/vote-bar.tsx';
import styles from './phone-bar.module.css';

/** On a phone: the vote and the reply buttons, within reach of the thumb. */
export const PhoneBar = memo(function PhoneBar({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const acts = useClaimActs();
  const mayComment = useMay('comment.add');
  const mayVote = useMay('vote.cast') && !awaitsRecognition(claim);
  const target = { kind: 'claim', id: claim.id } as const;
  const offered = useOfferedRelations(target);
  const isWriting = useViewPart(
    ({ writing }) =>
      writtenRelation(writing, claim) !== null ||
      (writing?.kind === 'wording' && writing.claimId === claim.id),
  );
  // The form open in this sheet has its own buttons, and needs the room.
  if (isWriting || claim.retracted || !(offered.length > 0 || mayComment || mayVote)) return null;
  return (
    <div className={styles.bar} data-at-thumb="">
      <VoteBar claim={claim} />
      {(offered.length > 0 || mayComment) && (
        <div className={styles.row}>
          {offered.map((relation) => (
            <Button key={relation} onClick={() => acts.argue(target, relation)}>
              <BearingSign bearing={relation} />
              {t(relation)}
            </Button>
          ))}
          {mayComment && (
            <Button onClick={() => acts.comment(target)}>
              <CommentIcon />
              {t('comment')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}, isSameButText);
