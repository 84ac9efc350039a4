'use client';

import { votesShown } from '#domain/debate/votes/ballots.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { hueStyle } from '../../_ui/people/hue.ts';
import { useClaim, useIsPending, usePosition } from '../core/claims/use-claim.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';
import { useViewActs } from '../core/view/view-state.tsx';
import { SourceMarks } from '../features/evidence/source-marks.tsx';

/** The id of a claim's line among the arguments of another one. The claim's own id is that of its item on the map or in the outline. */
export const lineIdOf = (claimId: string) => `line-${claimId}`;

/** A claim as one entry of a list; selecting it goes there. */
export function ArgumentLine({ claimId }: { claimId: string }) {
  const t = useMessages('claim');
  const readable = useReadable();
  const claim = useClaim(claimId);
  const position = usePosition(claim?.positionId);
  const pending = useIsPending(claimId);
  const votes = useBoard(({ replica }) => claim && votesShown(replica.view, claim.tally));
  const { select } = useViewActs();
  if (!claim) return null;
  const { agree, disagree } = claim.tally;
  return (
    <li style={hueStyle(position?.hue)}>
      <button
        type="button"
        id={lineIdOf(claimId)}
        className={styles.argument}
        title={position?.name ?? t('noPosition')}
        onClick={() => select({ kind: 'claim', id: claimId })}
      >
        <span className={styles.argumentText} data-retracted={claim.retracted ? '' : undefined} dir="auto">
          {readable(claim.text)}
        </span>
        <span className={styles.argumentFacts}>
          {pending && <span>{t('pending')}</span>}
          {claim.retracted ? (
            <span>{t('retracted')}</span>
          ) : (
            votes !== 'hidden' && (
              <span>{votes === 'few' ? t('talliesFew') : t('tally', { agree, disagree })}</span>
            )
          )}
          <SourceMarks claim={claim} />
        </span>
      </button>
    </li>
  );
}
