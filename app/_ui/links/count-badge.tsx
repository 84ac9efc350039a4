import type { ReactNode } from 'react';
import styles from './count-badge.module.css';

/** Largest number shown; beyond it a plus. */
const MOST = 99;

interface CountBadgeProps {
  readonly count: number;
  /** With a dot where there is no number. */
  readonly hasDot?: boolean;
  readonly children: ReactNode;
}

/** An icon with a number at its upper corner, if it is not 0. Hidden from screen readers: the button it is in says both. */
export function CountBadge({ count, hasDot = false, children }: CountBadgeProps) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {children}
      {count > 0 && <span className={styles.count}>{count > MOST ? `${MOST}+` : count}</span>}
      {count === 0 && hasDot && <span className={styles.dot} />}
    </span>
  );
}
