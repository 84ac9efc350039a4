'use client';

import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useWithoutHover } from '../use-without-hover.ts';
import styles from './claim-card.module.css';
import { useIsActive, useMap } from './map-context.tsx';

/**
 * Folds away what stands under a claim or a position, or shows how much is folded and brings it back. Shown where one points or
 * has the focus; for fingers always.
 */
export function FoldButton({ box }: { box: MapBox }) {
  const t = useMessages('map');
  const { toggleCollapsed } = useMap();
  const active = useIsActive(box.id);
  const withoutHover = useWithoutHover();
  const folded = box.folded > 0;
  const canFold = box.children.length > 0 && (active || withoutHover);
  if (!folded && !canFold) return null;
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
