import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';
import { Time } from '../when.tsx';

/** The agenda phases of a meeting, with their durations. */
export function Phases({ read: { record, view } }: { read: ReadRecord }) {
  const t = messages('records');
  const agenda = messages('agenda');
  if (record.phases.length === 0) return null;
  const minutes = (from: number, to: number) => t('minutes', { minutes: Math.floor((to - from) / 60_000) });
  return (
    <section className={styles.section}>
      <h2>{t('phases')}</h2>
      <table className={styles.shares}>
        <thead>
          <tr>
            <th scope="col">{t('phase')}</th>
            <th scope="col">{t('begun')}</th>
            <th scope="col">{t('lasted')}</th>
            <th scope="col">{t('planned')}</th>
          </tr>
        </thead>
        <tbody>
          {record.phases.map(({ phase, from, to }) => (
            <tr key={from} data-phase={phase?.id}>
              <th scope="row" dir="auto">
                {phase ? phase.title || agenda(`kind.${phase.kind}`) : t('phaseGone')}
              </th>
              <td className={styles.time}>
                <Time at={from} />
              </td>
              <td>
                {minutes(from, to ?? Math.max(view.at, from))} {to === null && `(${t('stillOn')})`}
              </td>
              <td>{phase?.minutes ? t('minutes', { minutes: phase.minutes }) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
