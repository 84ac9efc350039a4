'use client';

import { memo } from 'react';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { ArgueButtons } from '../claim/claim-actions.tsx';
import { PresenceMarks } from '../claim/presence-marks.tsx';
import { useFoundMark } from '../search/use-found-mark.ts';
import { useViewPart } from '../view-provider.tsx';
import { FoldButton } from './fold-button.tsx';
import { FoldedBranch } from './folded-branch.tsx';
import styles from './outline.module.css';
import { OutlineClaim } from './outline-claim.tsx';
import { OutlineComposer } from './outline-composer.tsx';
import { useFolded } from './outline-context.tsx';

/** A camp with its case, and what is said for and against it. */
export const OutlinePosition = memo(function OutlinePosition({ node }: { node: OutlineNode }) {
  const t = useMessages('outline');
  const { id, position, children } = node;
  const selected = useViewPart((view) => view.selected?.id === id);
  const found = useFoundMark(id);
  const folded = useFolded(id);
  if (!position) return null;
  const hasChildren = children.length > 0;
  return (
    <li
      role="treeitem"
      id={id}
      data-item="position"
      tabIndex={node.place === 1 ? 0 : -1}
      aria-level={1}
      aria-posinset={node.place}
      aria-setsize={node.siblings}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-selected={selected}
      aria-labelledby={`${id}-name`}
      className={styles.position}
      style={hueStyle(position.hue)}
    >
      <div className={styles.positionHead} data-row="" data-found={found}>
        <h2 id={`${id}-name`} className={styles.name} dir="auto">
          {position.name}
        </h2>
        {position.summary && (
          <p className={styles.summary} dir="auto">
            {position.summary}
          </p>
        )}
        <div className={styles.argue}>
          <ArgueButtons target={{ kind: 'position', id }} />
          {hasChildren && <FoldButton node={node} folded={folded} />}
          <PresenceMarks targetId={id} />
        </div>
      </div>
      <OutlineComposer placeId={id} />
      {!hasChildren && <p className={styles.empty}>{t('noClaims')}</p>}
      {hasChildren && folded && <FoldedBranch node={node} />}
      {hasChildren && !folded && (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree, not of a form.
        <ul role="group">
          {children.map((child) => (
            <OutlineClaim key={child.id} node={child} top={1} />
          ))}
        </ul>
      )}
    </li>
  );
});
