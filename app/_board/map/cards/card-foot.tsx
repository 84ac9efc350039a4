'use client';

import { CommentIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { ClaimTally } from '../../core/claims/claim-tally.tsx';
import { useCommentCount } from '../../core/claims/use-claim.ts';
import { DirectArguments } from '../../features/claims/direct-arguments.tsx';
import { SourceMarks } from '../../features/evidence/source-marks.tsx';
import { StrengthGauge } from '../../features/strength/strength-gauge.tsx';
import { BranchButton } from './branch-button.tsx';
import styles from './claim-card.module.css';

/** A card's votes, strength, sources, comments and arguments. */
export function CardFoot({ claim, box }: { claim: Claim; box: FrontBox }) {
  const t = useMessages('claim');
  const comments = useCommentCount(claim.id);
  return (
    <div className={styles.foot}>
      <ClaimTally claim={claim} />
      <StrengthGauge id={claim.id} />
      <span className={styles.sources}>
        <SourceMarks claim={claim} />
      </span>
      {comments > 0 && (
        <span className={styles.comments} title={t('comments', { count: comments })}>
          <CommentIcon />
          {comments}
        </span>
      )}
      {box.look !== 'open' && <DirectArguments supports={box.counts.supports} attacks={box.counts.attacks} />}
      <BranchButton box={box} />
    </div>
  );
}
