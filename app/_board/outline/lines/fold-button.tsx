'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { useOutline } from '../folds/outline-context.tsx';
import styles from './outline.module.css';

interface FoldButtonProps {
  readonly node: OutlineNode;
  readonly folded: boolean;
  /** Shows how many claims it folds and unfolds. */
  readonly pill?: boolean;
}

/** Folds and unfolds the lines below a line. */
export function FoldButton({ node, folded, pill = false }: FoldButtonProps) {
  const t = useMessages('outline');
  const { folds } = useOutline();
  const label = t(folded ? 'unfold' : 'fold', { count: node.below });
  return (
    <Button
      look="quiet"
      size="small"
      className={joinClasses(styles.fold, pill && styles.pill)}
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-folded={folded ? '' : undefined}
      onClick={() => folds.toggle(node.id)}
    >
      {pill && t('below', { count: node.below })}
    </Button>
  );
}
