import styles from './form-result.module.css';

interface ColumnsProps {
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly count: number; readonly share: number }[];
}

/** A histogram: a column for each bin, with its figure above and its name below. `share`: of the highest. */
export function Columns({ label, columns }: ColumnsProps) {
  return (
    <ol className={styles.columns} aria-label={label}>
      {columns.map(({ name, count, share }) => (
        <li key={name} className={styles.column}>
          <span className={styles.columnFigure}>{count}</span>
          <span className={styles.columnSpace} aria-hidden="true">
            <span className={styles.columnFill} style={{ blockSize: `${share * 100}%` }} />
          </span>
          <span className={styles.columnName}>{name}</span>
        </li>
      ))}
    </ol>
  );
}
