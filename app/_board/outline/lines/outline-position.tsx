'use client';

import { memo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { firstSentence } from '#domain/front/front-heights.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useOfferedRelations } from '../../core/commands/use-side.ts';
import { ArgueButtons } from '../../features/claims/claim-actions.tsx';
import { PresenceMarks } from '../../features/claims/presence/presence-marks.tsx';
import { FoldButton } from './fold-button.tsx';
import { FoldedBranch } from './folded-branch.tsx';
import { LinesUnder } from './lines-under.tsx';
import styles from './outline.module.css';
import { OutlineComposer } from './outline-composer.tsx';
import { useLine } from './use-line.ts';

/** A position with its summary, and what supports and attacks it; `alone` if the outline shows nothing else. */
export const OutlinePosition = memo(function OutlinePosition({
  node,
  alone,
}: {
  node: OutlineNode;
  alone: boolean;
}) {
  const t = useMessages('outline');
  const readable = useReadable();
  const { id, position, children } = node;
  const { folded, selected, found, answered } = useLine(id);
  const offered = useOfferedRelations({ kind: 'position', id });
  if (!position) return null;
  const hasChildren = children.length > 0;
  const summary = readable(position.summary);
  // On a phone only this is shown.
  const first = firstSentence(summary);
  return (
    <li
      role="treeitem"
      id={id}
      data-item="position"
      tabIndex={alone || node.place === 1 ? 0 : -1}
      aria-level={1}
      aria-posinset={alone ? 1 : node.place}
      aria-setsize={alone ? 1 : node.siblings}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-current={selected ? 'true' : undefined}
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
            {first}
            <span className={styles.rest}>{summary.slice(first.length)}</span>
          </p>
        )}
        <div className={styles.argue}>
          <ArgueButtons target={{ kind: 'position', id }} />
          {hasChildren && <FoldButton node={node} folded={folded} />}
          <PresenceMarks targetId={id} />
        </div>
      </div>
      {answered && <OutlineComposer placeId={id} />}
      {!hasChildren && (
        <p className={styles.empty}>
          {t('noClaims', { may: offered.length > 1 ? 'both' : (offered[0] ?? 'none') })}
        </p>
      )}
      {hasChildren && folded && <FoldedBranch node={node} />}
      {hasChildren && !folded && <LinesUnder node={node} top={1} blockNear={null} />}
    </li>
  );
});
