'use client';

import { useId } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { STANCES } from '#domain/debate/polls/poll.ts';
import { outcomeOf, type Swing } from '#domain/debate/polls/polls.ts';
import styles from './swing.module.css';
import { band, blocksOf, flowBands, SWING_HEIGHT, SWING_WIDTH } from './swing-geometry.ts';

interface SwingPictureProps {
  readonly swing: Swing;
  /** True for the people of one team, whose movement decides nothing. */
  readonly isPart?: boolean;
  /** True where nobody can open what is folded. */
  readonly isOpen?: boolean;
}

/** Movement of stances from before to after: two columns, and flows between them as wide as their number of people. */
export function SwingPicture({ swing, isPart = false, isOpen = false }: SwingPictureProps) {
  const t = useMessages('polls');
  const titleId = useId();
  const said = (at: number) => t('option', { stance: STANCES[at] ?? 'undecided' });
  const { people, flows, from, to } = swing;
  const { winner, points: won } = outcomeOf(swing);
  const [before, after] = [blocksOf(from), blocksOf(to)];
  return (
    <figure className={styles.swing} aria-labelledby={titleId}>
      <figcaption id={titleId}>{t('swingOf', { people })}</figcaption>
      {!isPart && <p className={styles.outcome}>{t('outcome', { winner, points: won })}</p>}
      <div className={styles.columns}>
        <Column title={t('before')} counts={from} people={people} />
        <svg
          className={styles.flows}
          viewBox={`0 0 ${SWING_WIDTH} ${SWING_HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {flowBands(flows, before, after).map(({ stance, to: end, ...sides }) => (
            <path
              key={`${stance} ${end}`}
              className={styles.flow}
              data-stance={STANCES[stance]}
              d={band(sides)}
            />
          ))}
        </svg>
        <Column title={t('after')} counts={to} people={people} isEnd />
      </div>
      <ul className={styles.gains}>
        {STANCES.map((stance, at) => {
          const points = Math.round((((to[at] ?? 0) - (from[at] ?? 0)) / people) * 100);
          const sign = points > 0 ? '+' : points < 0 ? '−' : '';
          return (
            <li key={stance} data-stance={stance}>
              {t('gain', { stance: said(at), points: Math.abs(points), sign })}
            </li>
          );
        })}
      </ul>
      <details className={styles.table} open={isOpen}>
        <summary>{t('flows')}</summary>
        <ul>
          {flows.flatMap((row, start) =>
            row.flatMap((count, end) =>
              count === 0
                ? []
                : [
                    <li key={`${STANCES[start]} ${STANCES[end]}`}>
                      {t('flow', { count, from: said(start), to: said(end) })}
                    </li>,
                  ],
            ),
          )}
        </ul>
      </details>
    </figure>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly counts: readonly number[];
  readonly people: number;
  readonly isEnd?: boolean;
}

/** The stances at one time, one above the other, each in proportion to its number of people. */
function Column({ title, counts, people, isEnd = false }: ColumnProps) {
  const t = useMessages('polls');
  return (
    <div className={styles.column} data-end={isEnd ? '' : undefined}>
      <h3>{title}</h3>
      <ol>
        {counts.map((count, at) => {
          const stance = STANCES[at] ?? 'undecided';
          return (
            <li key={stance} data-stance={stance} style={{ flexGrow: count }} hidden={count === 0}>
              <span>{t('option', { stance })}</span>{' '}
              <span className={styles.figure}>{t('share', { share: count / people, count })}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
