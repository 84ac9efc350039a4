'use client';

import { useEffect } from 'react';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { shownPlaceOf } from '#domain/debate/map/tree.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { targetOf, useTextOf } from '../../core/claims/use-target.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './branch-chip.module.css';

/** The branch in view, by its text, and the way back to the whole map. */
export default function BranchSign({ branch }: { branch: string }) {
  const t = useMessages('board');
  const { lookAt } = useViewActs();
  const text = useTextOf(branch);
  useStayOnBranch(branch, lookAt);
  return (
    <div className={styles.chip}>
      <span className={styles.word}>{t('branch', { text: excerpt(text, 48) })}</span>
      <button
        type="button"
        className={styles.close}
        aria-label={t('branchEnd')}
        title={t('branchEndHint')}
        onClick={() => lookAt(null)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

/** If others remove the branch, shows the claim it was merged into, or its former parent. */
function useStayOnBranch(branch: string, lookAt: (branch: string | null) => void): void {
  const now = useBoard(({ replica: { view } }) => {
    const target = targetOf(view, branch);
    return target && target.kind !== 'link' ? (shownPlaceOf(view, target)?.id ?? null) : branch;
  });
  useEffect(() => {
    if (now !== branch) lookAt(now);
  }, [now, branch, lookAt]);
}
