import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './polls.module.css';

interface PollBarsProps {
  readonly options: readonly string[];
  readonly counts: readonly number[];
}

/** Number of votes for each option: a bar, its share and its figure. */
export function PollBars({ options, counts }: PollBarsProps) {
  const t = useMessages('polls');
  const all = counts.reduce((sum, count) => sum + count, 0);
  return (
    <ul className={styles.bars}>
      {options.map((option, at) => {
        const count = counts[at] ?? 0;
        const share = all === 0 ? 0 : count / all;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
          <li key={at} className={styles.barLine}>
            <span className={styles.barName} dir="auto">
              {option}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className={styles.figure}>{t('share', { share, count })}</span>
          </li>
        );
      })}
    </ul>
  );
}
