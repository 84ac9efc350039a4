import { messages } from '#app/_ui/messages/messages.ts';
import type { Swing } from '#domain/debate/polls/polls.ts';
import styles from '../meetings.module.css';

const STANCES = [0, 1, 2] as const;

/** How the people who answered both polls of a meeting changed their stance. */
export function SwingTable({ swing: { people, from, to } }: { swing: Swing }) {
  const t = messages('records');
  return (
    <section className={styles.section}>
      <h2>{t('swing')}</h2>
      <p>{t('swingPeople', { people })}</p>
      <table className={styles.shares}>
        <thead>
          <tr>
            <th scope="col">{t('stance')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('moved')}</th>
          </tr>
        </thead>
        <tbody>
          {STANCES.map((stance) => {
            const [before, after] = [from[stance] ?? 0, to[stance] ?? 0];
            return (
              <tr key={stance} data-stance={stance}>
                <th scope="row">{t(`stance${stance}`)}</th>
                <td>{before}</td>
                <td>{after}</td>
                <td>{signed(after - before)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change).replace('-', '−');
}
