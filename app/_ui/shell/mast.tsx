import type { ElementType, ReactNode } from 'react';
import { PRODUCT } from '../messages/product.ts';
import styles from './mast.module.css';

/** Header of every page outside a debate: the brand, which links home, and what the page adds to it. */
export function Mast({ Link, children }: { Link: ElementType; children?: ReactNode }) {
  return (
    <header className={styles.mast}>
      <div className={styles.line}>
        <Link className={styles.brand} href="/">
          <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M3 16h6M9 16c6 0 4-9 11-9M9 16c6 0 4 9 11 9" />
            <path className={styles.support} d="M20 7h9" />
            <path className={styles.attack} d="M20 25h9" />
          </svg>
          {PRODUCT}
        </Link>
        {children}
      </div>
    </header>
  );
}
