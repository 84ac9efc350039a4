'use client';

import type { Claim } from '../../../domain/debate/records/claim.ts';
import { CommentIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { SourceMarks } from '../claim/source-marks.tsx';
import { TallyBar } from '../claim/tally-bar.tsx';
import { useCommentCount } from '../claim/use-claim.ts';
import { StrengthGauge } from '../strength/strength-gauge.tsx';
import { useWithoutHover } from '../use-without-hover.ts';
import { CardActions } from './card-actions.tsx';
import styles from './claim-card.module.css';

/** How a claim stands; for the one looked at, in the same place, what can be done with it: for fingers its panel has that. */
export function CardFoot({ claim, active }: { claim: Claim; active: boolean }) {
  const t = useMessages('claim');
  const comments = useCommentCount(claim.id);
  const withoutHover = useWithoutHover();
  if (active && !withoutHover) return <CardActions claim={claim} comments={comments} />;
  return (
    <div className={styles.foot}>
      <TallyBar tally={claim.tally} />
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
    </div>
  );
}
