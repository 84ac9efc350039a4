'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { HowToBegin } from './how-to-begin.tsx';
import { HowToRead } from './how-to-read.tsx';
import styles from './map-headings.module.css';
import { MapItem } from './map-item.tsx';

/** The motion, with totals and the legend. */
export function MotionNode({ box }: { box: FrontBox }) {
  const t = useMessages('map');
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  const mayAdd = useMay('claim.add');
  const positions = box.children.length;
  return (
    <MapItem box={box} label={t('motionLabel', { text: motion })} selected={false} className={styles.motion}>
      <p className={styles.overline}>{t('motion')}</p>
      <p className={styles.sentence} dir="auto">
        {motion}
      </p>
      {positions === 0 ? (
        <p className={styles.summary}>{t('empty')}</p>
      ) : (
        <p className={styles.summary}>{t('motionHolds', { positions, claims: box.counts.below })}</p>
      )}
      {box.counts.below > 0 ? <HowToRead /> : positions > 0 && mayAdd && <HowToBegin />}
    </MapItem>
  );
}
