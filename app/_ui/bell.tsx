import styles from './bell.module.css';
import { BellIcon } from './icons.tsx';

/** As many as one counts at a glance. */
const COUNTED = 99;

/** A bell, and how much is new; its words stand on what it is in. */
export function Bell({ unread }: { unread: number }) {
  return (
    <span className={styles.bell} aria-hidden="true">
      <BellIcon />
      {unread > 0 && <span className={styles.count}>{unread > COUNTED ? `${COUNTED}+` : unread}</span>}
    </span>
  );
}
