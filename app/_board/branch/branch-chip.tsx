'use client';

import { CloseIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { targetOf, targetText } from '../claim/use-target.ts';
import { useBoard } from '../store/board-context.tsx';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import styles from './branch-chip.module.css';

/** Says that one looks at a branch alone, and leads back to the whole. */
export function BranchChip() {
  const t = useMessages('board');
  const branch = useViewPart((parts) => parts.branch);
  const view = useViewPart((parts) => parts.view);
  const { lookAt } = useViewActs();
  const text = useBoard(({ replica: { view } }) => {
    const target = branch === null ? null : targetOf(view, branch);
    return target ? targetText(view, target) : '';
  });
  return (
    <div className={styles.place} role="status" data-view={view}>
      {branch !== null && (
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
      )}
    </div>
  );
}
