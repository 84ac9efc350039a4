import type { ReactNode } from 'react';
import styles from './count-badge.module.css';

/** Largest number shown; beyond it a plus. */
const MOST = 99;

/** An icon with a number at its upper corner, if it is not 0. Hidden from screen readers: the button it is in says both. */
export function CountBadge({ count, children }: { count: number; children: ReactNode }) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {children}
      {count > 0 && <span className={styles.count}>{count > MOST ? `${MOST}+` : count}</span>}
    </span>
  );
}
