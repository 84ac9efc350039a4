'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './map-skeleton.module.css';

/** Placeholder for a map that isn't loaded yet: a motion, and lanes of claims. */
export function MapSkeleton() {
  const t = useMessages('board');
  return (
    <div className={styles.map} role="status">
      <p className={styles.said}>{t('loadingMap')}</p>
      <div className={styles.shape} aria-hidden="true">
        <i className={styles.motion} />
        {LANES.map((lane) => (
          <div key={lane} className={styles.lane}>
            <i />
            <i />
            <i />
          </div>
        ))}
      </div>
    </div>
  );
}

const LANES = ['first', 'second', 'third'];
