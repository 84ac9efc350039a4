'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { CommentIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { useMay } from '../../core/claims/use-claim.ts';
import { useOfferedRelations } from '../../core/commands/use-side.ts';
import styles from './claim-actions.module.css';
import { ClaimMenu } from './claim-menu.tsx';
import { loadArgumentForm } from './composing/argument-composer.tsx';
import { useClaimActs } from './use-claim-acts.ts';
import { VoteBar } from './vote-bar.tsx';

/** Actions on a hovered, focused or selected claim: vote, support, attack, comment, more. */
export function ClaimActions({ claim }: { claim: Claim }) {
  return (
    <div className={styles.actions}>
      <VoteBar claim={claim} size="compact" />
      {!claim.retracted && <ArgueButtons target={{ kind: 'claim', id: claim.id }} />}
      <ClaimMenu claim={claim} />
    </div>
  );
}

/** Support, attack and comment, for a claim or a position. */
export function ArgueButtons({ target }: { target: Target }) {
  const t = useMessages('claim');
  const acts = useClaimActs();
  const offered = useOfferedRelations(target);
  const mayComment = useMay('comment.add');
  return (
    <>
      {offered.map((relation) => (
        <Button
          key={relation}
          look="quiet"
          size="small"
          className={styles[relation]}
          onPointerEnter={loadArgumentForm}
          onFocus={loadArgumentForm}
          onClick={() => acts.argue(target, relation)}
        >
          <BearingSign bearing={relation} />
          {t(relation)}
        </Button>
      ))}
      {mayComment && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('comment')}
          title={t('comment')}
          onClick={() => acts.comment(target)}
        >
          <CommentIcon />
        </Button>
      )}
    </>
  );
}
