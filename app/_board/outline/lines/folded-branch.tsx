'use client';

import type { MouseEvent } from 'react';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { branchAddress } from '../../core/view/branch-address.ts';
import { useOutline } from '../folds/outline-context.tsx';
import styles from './outline.module.css';

/**
 * Represents a folded branch: the number of claims as a link to the branch's page; with scripts it unfolds in place. A claim's button
 * shows the number already: its link is for pages without scripts.
 */
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
      className={joinClasses(styles.more, node.claim && styles.page)}
      href={node.claim ? branchAddress(debateId, node.id) : debateAddress(debateId)}
      tabIndex={-1}
      onClick={unfold}
    >
      {t('more', { count: node.below })}
    </a>
  );
}
