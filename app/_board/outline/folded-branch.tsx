'use client';

import type { MouseEvent } from 'react';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { branchAddress } from './branch-address.ts';
import styles from './outline.module.css';
import { useOutline } from './outline-context.tsx';

/** What stands for a folded branch: how much there is, as a link to its page; with script it unfolds in place. */
export function FoldedBranch({ node }: { node: OutlineNode }) {
  const t = useMessages('outline');
  const { debateId, folds } = useOutline();
  const unfold = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    folds.toggle(node.id);
  };
  return (
    <a
      className={styles.more}
      href={node.claim ? branchAddress(debateId, node.id) : `/debates/${debateId}`}
      tabIndex={-1}
      onClick={unfold}
    >
      {t('more', { count: node.below })}
    </a>
  );
}
