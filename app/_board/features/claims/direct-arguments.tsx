'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './direct-arguments.module.css';

/** Numbers of direct supports and attacks, as `+2 −1`; nothing if there are none. */
export function DirectArguments({ supports, attacks }: { supports: number; attacks: number }) {
  const t = useMessages('claim');
  if (supports + attacks === 0) return null;
  const sides = supports === 0 ? 'against' : attacks === 0 ? 'for' : 'both';
  return (
    <span className={styles.arguments} role="img" aria-label={t('direct', { sides, supports, attacks })}>
      {supports > 0 && <b className={styles.support}>+{supports}</b>}
      {attacks > 0 && <b className={styles.attack}>−{attacks}</b>}
    </span>
  );
}
