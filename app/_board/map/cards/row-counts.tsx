'use client';

import type { Claim } from '#domain/debate/map/claim.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { ClaimTally } from '../../core/claims/claim-tally.tsx';
import { DirectArguments } from '../../features/claims/direct-arguments.tsx';
import { BranchButton } from './branch-button.tsx';
import styles from './row-counts.module.css';

/** A row's votes, direct arguments and branch button. */
export function RowCounts({ claim, box }: { claim: Claim; box: FrontBox }) {
  return (
    <div className={styles.counts}>
      {box.look !== 'line' && <ClaimTally claim={claim} isShort />}
      <DirectArguments supports={box.counts.supports} attacks={box.counts.attacks} />
      <BranchButton box={box} />
    </div>
  );
}
