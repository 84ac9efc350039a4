'use client';

import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './outline.module.css';
import { useOutline } from './outline-context.tsx';

/** Folds what stands under a line away and out again. */
export function FoldButton({ node, folded }: { node: OutlineNode; folded: boolean }) {
  const t = useMessages('outline');
  const { folds } = useOutline();
  const label = folded ? t('unfold', { count: node.below }) : t('fold');
  return (
    <Button
      look="quiet"
      size="small"
      className={styles.fold}
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-folded={folded ? '' : undefined}
      onClick={() => folds.toggle(node.id)}
    />
  );
}
