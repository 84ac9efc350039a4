'use client';

import { useDeferredValue, useMemo } from 'react';
import { useFormatter } from 'use-intl/react';
import { type Contributed, participationIn, type Stretch } from '../../../domain/analysis/participation.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { PersonName } from '../claim/person-name.tsx';
import { useBoard } from '../store/board-context.tsx';
import styles from './analysis.module.css';
import { useOpinions } from './opinions-context.tsx';
import { ShareBars } from './share-bars.tsx';

/** People whose shares are shown at once. */
const SHOWN = 12;

/** Who took part: by position, by person where names are told, and over time. */
export function ParticipationSection() {
  const t = useMessages('analysis');
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const { people, evenness, positions, time, step } = useMemo(() => participationIn(view), [view]);
  const known = useOpinions();
  const given = known !== null && known !== 'failed' ? known.given : null;
  const by = given?.by ?? null;
  const everybody = useMemo(() => withVoters(people, by), [people, by]);
  const total = positionsTotal(people ?? positions);
  const votesOf = by && ((id: string) => by[id] ?? 0);
  return (
    <>
      {people === null || evenness === null ? (
        <p className={styles.text}>{t('unnamed')}</p>
      ) : (
        <p className={styles.text}>
          {t('participationText', {
            count: people.length,
            contributions: total,
            evenness: people.length < 2 ? 'none' : 'some',
            asIfBy: Math.round(evenness.asIfBy * 10) / 10,
          })}
        </p>
      )}
      <p className={styles.text}>
        {given ? t('votesGiven', { people: given.people, votes: given.votes }) : t('votesKept')}
      </p>
      <h3>{t('byPosition')}</h3>
      <ShareBars
        head={t('position')}
        shares={positions}
        votesOf={null}
        nameOf={({ id }) => view.positions.get(id)?.name ?? ''}
        colorOf={({ id }) => `var(--hue-${view.positions.get(id)?.hue ?? 'slate'})`}
      />
      {everybody !== null && everybody.length > 0 && (
        <>
          <h3>{t('byPerson')}</h3>
          <ShareBars
            head={t('person')}
            shares={everybody}
            shown={SHOWN}
            votesOf={votesOf}
            nameOf={({ id }) => <PersonName id={id} />}
            colorOf={() => 'var(--ink-dim)'}
          />
        </>
      )}
      {time.length > 1 && <OverTime time={time} step={step} />}
    </>
  );
}

/** Those who contributed, and then those who only voted. */
function withVoters(
  people: readonly Contributed[] | null,
  by: Readonly<Record<string, number>> | null,
): readonly Contributed[] | null {
  if (people === null || by === null) return people;
  const known = new Set(people.map(({ id }) => id));
  const voters = Object.keys(by).filter((id) => !known.has(id));
  const others = voters.sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0));
  return [...people, ...others.map((id) => ({ id, claims: 0, comments: 0, words: 0 }))];
}

function positionsTotal(shares: readonly Contributed[]): number {
  return shares.reduce((sum, { claims, comments }) => sum + claims + comments, 0);
}

/** When was written how much: a column a stretch, claims below and comments over them. */
function OverTime({ time, step }: { time: readonly Stretch[]; step: number }) {
  const t = useMessages('analysis');
  const format = useFormatter();
  const most = Math.max(1, ...time.map(({ claims, comments }) => claims + comments));
  const minutes = step / 60_000;
  const when = (at: number) =>
    format.dateTime(at, {
      ...(minutes < 1_440 && { hour: 'numeric', minute: '2-digit' }),
      ...(minutes >= 60 && { day: 'numeric', month: 'short' }),
      ...(minutes >= 10_080 && { year: 'numeric' }),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  const busiest = time.find(({ claims, comments }) => claims + comments === most) ?? time[0];
  const width = 100 / time.length;
  return (
    <>
      <h3>{t('overTime')}</h3>
      <p className={styles.text}>
        {t('overTimeText', { step: t('step', { minutes: String(minutes) }) })}{' '}
        {busiest && t('busiest', { count: most, time: when(busiest.from) })}
      </p>
      <svg
        className={styles.time}
        viewBox="0 0 100 30"
        preserveAspectRatio="none"
        aria-hidden="true"
        data-over-time=""
      >
        {time.map(({ from, claims, comments }, at) => {
          const [low, high] = [(claims / most) * 30, (comments / most) * 30];
          const bar = { x: at * width + width * 0.1, width: width * 0.8 };
          return (
            <g key={from}>
              <rect className={styles.claimBar} {...bar} y={30 - low} height={low} />
              <rect className={styles.commentBar} {...bar} y={30 - low - high} height={high} />
            </g>
          );
        })}
      </svg>
      <p className={styles.axis}>
        <span>{when(time[0]?.from ?? 0)}</span>
        <span className={styles.key}>
          <span className={styles.keyClaims}>{t('claims')}</span>
          <span className={styles.keyComments}>{t('comments')}</span>
        </span>
        <span>{when(time.at(-1)?.from ?? 0)}</span>
      </p>
      <details className={styles.details}>
        <summary>{t('table')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('claims')}</th>
              <th scope="col">{t('comments')}</th>
            </tr>
          </thead>
          <tbody>
            {time.map(({ from, claims, comments }) => (
              <tr key={from}>
                <th scope="row">{when(from)}</th>
                <td>{claims}</td>
                <td>{comments}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
