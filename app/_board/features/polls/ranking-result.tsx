'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { RunOff } from '#domain/debate/polls/run-off.ts';
import styles from './form-result.module.css';
import { Bars } from './poll-bars.tsx';

interface RankingResultProps {
  readonly options: readonly string[];
  /** Borda points. */
  readonly counts: readonly number[];
  readonly runOff: RunOff;
}

/** A ranking by points beside the instant run-off, round by round. */
export function RankingResult({ options, counts, runOff }: RankingResultProps) {
  const t = useMessages('pollForms');
  const most = Math.max(...counts, 1);
  const byPoints = options.map((_, at) => at).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const { rounds, winners } = runOff;
  return (
    <div className={styles.pair}>
      <section aria-label={t('borda')}>
        <h4>{t('borda')}</h4>
        <Bars
          rows={byPoints.map((at) => ({
            name: options[at] ?? '',
            share: (counts[at] ?? 0) / most,
            figure: t('points', { points: counts[at] ?? 0 }),
          }))}
        />
        <p className={styles.facts}>{t('bordaHint')}</p>
      </section>
      {rounds.length > 0 && (
        <section aria-label={t('runOff')}>
          <h4>{t('runOff')}</h4>
          <table className={styles.rounds}>
            <thead>
              <tr>
                <td>{t('rounds')}</td>
                {rounds.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number.
                  <th key={at} scope="col" aria-label={t('round', { round: at + 1 })}>
                    {at + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {options.map((option, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an option has no id but its index.
                <tr key={at} data-wins={winners.includes(at) ? '' : undefined}>
                  <th scope="row" dir="auto">
                    {option}
                    {winners.includes(at) && (
                      <span className={styles.wins}>{t(winners.length > 1 ? 'sharesWin' : 'wins')}</span>
                    )}
                  </th>
                  {rounds.map((round, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number.
                    <td key={place}>
                      {round.counts[at] ??
                        (hasLeft(rounds, at, place) ? '' : <abbr title={t('notShown')}>…</abbr>)}
                      {round.leave.includes(at) && <span className={styles.leaves}>{t('leaves')}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.facts}>
            {t(rounds.some(({ exhausted }) => exhausted === null) ? 'roundsHidden' : 'runOffHint')}
          </p>
        </section>
      )}
    </div>
  );
}

/** True if an option left before this round; in one that is shown, all without a count have. */
function hasLeft(rounds: RunOff['rounds'], option: number, place: number): boolean {
  if (rounds[place]?.exhausted !== null) return true;
  return rounds.slice(0, place).some(({ leave }) => leave.includes(option));
}
