'use client';

import type { Claim } from '../../../domain/debate/records/claim.ts';
import type { FrontBox } from '../../../domain/front/front-box.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { TallyBar } from '../claim/tally-bar.tsx';
import { BranchButton } from './branch-button.tsx';
import styles from './row-counts.module.css';

/** A row's votes, direct arguments and branch button. */
export function RowCounts({ claim, box }: { claim: Claim; box: FrontBox }) {
  return (
    <div className={styles.counts}>
      {box.look !== 'line' && <TallyBar tally={claim.tally} />}
      <Arguments box={box} />
      <BranchButton box={box} />
    </div>
  );
}

/** Numbers of direct supports and attacks, as `+2 −1`. */
export function Arguments({ box }: { box: FrontBox }) {
  const t = useMessages('map');
  const { supports, attacks } = box.counts;
  if (supports + attacks === 0) return <span className={styles.arguments} />;
  const sides = supports === 0 ? 'against' : attacks === 0 ? 'for' : 'both';
  return (
    <span className={styles.arguments} role="img" aria-label={t('direct', { sides, supports, attacks })}>
      {supports > 0 && <b className={styles.support}>+{supports}</b>}
      {attacks > 0 && <b className={styles.attack}>−{attacks}</b>}
    </span>
  );
}
