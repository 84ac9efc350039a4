'use client';

import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import styles from './branch-chip.module.css';

const BranchSign = lazyComponent(() => import('./branch-sign.tsx'));

/** Says that only a branch is shown, with a link back to the whole map. */
export function BranchChip() {
  const branch = useViewPart((parts) => parts.branch);
  const view = useViewPart((parts) => parts.view);
  return (
    <div className={styles.place} role="status" data-view={view}>
      {branch !== null && <BranchSign branch={branch} />}
    </div>
  );
}
