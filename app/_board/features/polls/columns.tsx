import type { CSSProperties } from 'react';
import { joinClasses } from '#app/_ui/join-classes.ts';
import styles from './form-result.module.css';

interface ColumnsProps {
  readonly label: string;
  /** Where there is little room, bins are listed below each other. */
  readonly hasLongNames?: boolean;
  readonly columns: readonly { readonly name: string; readonly count: number; readonly share: number }[];
}

/** A histogram: a column for each bin, with its figure above and its name below. `share`: of the highest. */
export function Columns({ label, hasLongNames = false, columns }: ColumnsProps) {
  return (
    <ol className={joinClasses(styles.columns, hasLongNames && styles.long)} aria-label={label}>
      {columns.map(({ name, count, share }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no id but its place.
        <li key={at} className={styles.column}>
          <span className={styles.columnFigure}>{count}</span>
          <span className={styles.columnSpace} aria-hidden="true">
            <span className={styles.columnFill} style={{ '--share': `${share * 100}%` } as CSSProperties} />
          </span>
          <span className={styles.columnName}>{name}</span>
        </li>
      ))}
    </ol>
  );
}
