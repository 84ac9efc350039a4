import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './polls.module.css';

interface BarsProps {
  readonly rows: readonly {
    readonly name: string;
    /** The length of its bar, of 1. */
    readonly share: number;
    readonly figure: string;
  }[];
}

/** A bar for each row, with its name and its figure. */
export function Bars({ rows }: BarsProps) {
  return (
    <ul className={styles.bars}>
      {rows.map(({ name, share, figure }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
        <li key={at} className={styles.barLine}>
          <span className={styles.barName} dir="auto">
            {name}
          </span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
          </span>
          <span className={styles.figure}>{figure}</span>
        </li>
      ))}
    </ul>
  );
}

interface PollBarsProps {
  readonly options: readonly string[];
  readonly counts: readonly number[];
}

/** Number of votes for each option: a bar, its share and its figure. */
export function PollBars({ options, counts }: PollBarsProps) {
  const t = useMessages('polls');
  const all = counts.reduce((sum, count) => sum + count, 0);
  const rows = options.map((name, at) => {
    const count = counts[at] ?? 0;
    const share = all === 0 ? 0 : count / all;
    return { name, share, figure: t('share', { share, count }) };
  });
  return <Bars rows={rows} />;
}
