'use client';

import { useFormatter } from 'use-intl/react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import styles from './over-time.module.css';

const HEIGHT = 30;

interface OverTimeProps {
  readonly title: string;
  /** Milliseconds of one interval. */
  readonly step: number;
  /** Milliseconds since 1970 at which each interval begins. */
  readonly from: readonly number[];
  /** The counted series, the first at the bottom of each column and the others above it. */
  readonly series: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** Returns the picture's description in words. */
  readonly said: (said: { step: string; count: number; time: string }) => string;
}

const MINUTES = { year: 525_600, month: 43_200, week: 10_080, day: 1_440, hour: 60, minute: 1 };

/** Splits a step in milliseconds into a count of the largest unit that fits. */
function perUnit(step: number): { unit: string; count: number } {
  const minutes = step / 60_000;
  const [unit, length] = Object.entries(MINUTES).find(([, one]) => minutes % one === 0) ?? ['minute', 1];
  return { unit, count: minutes / length };
}

/** Counts over time: a column for each interval, and a table of all of them. */
export function OverTime({ title, step, from, series, said }: OverTimeProps) {
  const t = useMessages('analysis');
  const when = useStretchName(step);
  // One interval shows no development.
  if (from.length < 2) return null;
  const totals = from.map((_, at) => series.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const most = Math.max(1, ...totals);
  const busiest = from[totals.indexOf(most)] ?? from[0] ?? 0;
  const width = 100 / from.length;
  const heightAt = (at: number, upTo: number) =>
    (series.slice(0, upTo).reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0) / most) * HEIGHT;
  return (
    <section data-over-time="">
      <h3>{title}</h3>
      <p className={styles.text}>
        {said({ step: t('step', perUnit(step)), count: most, time: when(busiest) })}
      </p>
      <svg
        className={styles.time}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {series.map(({ name }, nth) =>
          from.map((start, at) => {
            const [foot, head] = [heightAt(at, nth), heightAt(at, nth + 1)];
            return (
              <rect
                key={`${name} ${start}`}
                className={styles.column}
                data-nth={nth}
                x={at * width + width * 0.1}
                width={width * 0.8}
                y={HEIGHT - head}
                height={head - foot}
              />
            );
          }),
        )}
      </svg>
      <p className={styles.axis}>
        <span>{when(from[0] ?? 0)}</span>
        {series.length > 1 && (
          <span className={styles.key}>
            {series.map(({ name }, nth) => (
              <span key={name} data-nth={nth}>
                {name}
              </span>
            ))}
          </span>
        )}
        <span>{when(from.at(-1) ?? 0)}</span>
      </p>
      <details className={styles.details}>
        <summary>{t('table')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('from')}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {from.map((start, at) => (
              <tr key={start}>
                <th scope="row">{when(start)}</th>
                {series.map(({ name, counts }) => (
                  <td key={name}>{counts[at] ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** Returns a function that names the start of an interval, as precisely as an interval is long, in the reader's time zone. */
function useStretchName(step: number): (at: number) => string {
  const format = useFormatter();
  const minutes = step / 60_000;
  return (at) =>
    format.dateTime(at, {
      ...(minutes < 1_440 && { hour: 'numeric', minute: '2-digit' }),
      ...(minutes >= 60 && { day: 'numeric', month: 'short' }),
      ...(minutes >= 10_080 && { year: 'numeric' }),
      timeZone: readerZone(),
    });
}
