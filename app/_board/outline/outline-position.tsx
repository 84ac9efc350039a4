'use client';

import { memo } from 'react';
import type { Position } from '../../../domain/debate/state.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { ArgueButtons } from '../claim/claim-actions.tsx';
import { PresenceMarks } from '../claim/presence-marks.tsx';
import { useChildren } from '../claim/use-claim.ts';
import { useFoundMark } from '../search/use-found-mark.ts';
import { useViewPart } from '../view-provider.tsx';
import styles from './outline.module.css';
import { OutlineClaim } from './outline-claim.tsx';
import { OutlineComposer } from './outline-composer.tsx';

/** A camp with its case, and what is said for and against it. */
export const OutlinePosition = memo(function OutlinePosition({
  position,
  first,
}: {
  position: Position;
  first: boolean;
}) {
  const t = useMessages('outline');
  const { id, name, hue, summary } = position;
  const children = useChildren({ kind: 'position', id });
  const selected = useViewPart((view) => view.selected?.id === id);
  const found = useFoundMark(id);
  return (
    <li
      role="treeitem"
      id={id}
      data-item="position"
      tabIndex={first ? 0 : -1}
      aria-level={1}
      aria-expanded={children.length > 0 ? true : undefined}
      aria-selected={selected}
      aria-labelledby={`${id}-name`}
      className={styles.position}
      style={hueStyle(hue)}
    >
      <div className={styles.positionHead} data-row="" data-found={found}>
        <h2 id={`${id}-name`} className={styles.name} dir="auto">
          {name}
        </h2>
        {summary && (
          <p className={styles.summary} dir="auto">
            {summary}
          </p>
        )}
        <div className={styles.argue}>
          <ArgueButtons target={{ kind: 'position', id }} />
          <PresenceMarks targetId={id} />
        </div>
      </div>
      <OutlineComposer placeId={id} />
      {children.length === 0 ? (
        <p className={styles.empty}>{t('noClaims')}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree, not of a form.
        <ul role="group">
          {children.map((claimId) => (
            <OutlineClaim key={claimId} claimId={claimId} level={2} />
          ))}
        </ul>
      )}
    </li>
  );
});
