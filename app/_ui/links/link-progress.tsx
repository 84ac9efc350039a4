'use client';

import { useLinkStatus } from 'next/link';
import styles from './link-progress.module.css';

/** Shows within a link that its page is on its way, if that takes a moment. */
export function LinkProgress() {
  return useLinkStatus().pending ? <span className={styles.bar} aria-hidden="true" /> : null;
}
