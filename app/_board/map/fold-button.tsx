'use client';

import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './claim-card.module.css';
import { useIsActive, useMap } from './map-context.tsx';

/** Folds a claim's arguments away, or shows how many are folded and brings them back. */
export function FoldButton({ box }: { box: MapBox }) {
  const t = useMessages('map');
  const { toggleCollapsed } = useMap();
  const active = useIsActive(box.id);
  const folded = box.folded > 0;
  if (!folded && (!active || box.children.length === 0)) return null;
  const label = folded ? t('unfold', { count: box.folded }) : t('fold', { count: box.children.length });
  return (
    <button
      type="button"
      className={styles.fold}
      title={label}
      aria-label={label}
      tabIndex={-1}
      onClick={() => toggleCollapsed(box.id)}
    >
      {folded ? t('folded', { count: box.folded }) : <span aria-hidden="true">‹</span>}
    </button>
  );
}
