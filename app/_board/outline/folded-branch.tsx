'use client';

import type { MouseEvent } from 'react';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { branchAddress } from './branch-address.ts';
import styles from './outline.module.css';
import { useOutline } from './outline-context.tsx';

/**
 * What stands for a folded branch: how much there is, as a link to its page; with script it unfolds in place. A claim's button says so
 * already: its link is for pages without script.
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
      href={node.claim ? branchAddress(debateId, node.id) : `/debates/${debateId}`}
      tabIndex={-1}
      onClick={unfold}
    >
      {t('more', { count: node.below })}
    </a>
  );
}
