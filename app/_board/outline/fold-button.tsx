'use client';

import { Button } from '../../_ui/button/button.tsx';
import { ChevronIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useView } from '../view-state.tsx';
import styles from './outline.module.css';

interface FoldButtonProps {
  readonly claimId: string;
  readonly folded: boolean;
  readonly count: number;
}

/** Folds a claim's arguments away and out again. */
export function FoldButton({ claimId, folded, count }: FoldButtonProps) {
  const t = useMessages('outline');
  const { toggleCollapsed } = useView();
  const label = folded ? t('unfold', { count }) : t('fold');
  return (
    <Button
      look="quiet"
      size="small"
      className={styles.fold}
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-folded={folded ? '' : undefined}
      onClick={() => toggleCollapsed(claimId)}
    >
      <ChevronIcon />
      {folded && count}
    </Button>
  );
}
