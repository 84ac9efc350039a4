'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { MapItem } from './map-item.tsx';
import styles from './more-row.module.css';

/** Row that expands a long list, or starts a position's first claim. */
export function MoreRow({ box }: { box: FrontBox }) {
  const t = useMessages('map');
  const mayAdd = useMay('claim.add');
  const words = box.look === 'empty' ? t(mayAdd ? 'firstClaim' : 'noClaims') : t('more', { count: box.more });
  return (
    <MapItem
      box={box}
      label={words}
      selected={false}
      className={box.look === 'empty' ? styles.empty : styles.more}
    >
      <p className={styles.words}>{words}</p>
    </MapItem>
  );
}
