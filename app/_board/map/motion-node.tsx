'use client';

import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './map-headings.module.css';
import { MapItem } from './map-item.tsx';

/** The sentence debated, at the root of the map. */
export function MotionNode({ box }: { box: MapBox }) {
  const t = useMessages('map');
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  return (
    <MapItem box={box} label={t('motionLabel', { text: motion })} selected={false} className={styles.motion}>
      <p className={styles.overline}>{t('motion')}</p>
      <p className={styles.sentence} dir="auto">
        {motion}
      </p>
      {box.children.length === 0 && <p className={styles.summary}>{t('empty')}</p>}
    </MapItem>
  );
}
