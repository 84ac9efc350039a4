import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';
import { nameIn } from './name-in.ts';
import { ShareTable } from './share-table.tsx';

/** The people who took part in a meeting, and how evenly; nothing if names are hidden. */
export function Contributors({ read }: { read: ReadRecord }) {
  const t = messages('records');
  const { people, half, came } = read.record;
  return (
    <section className={styles.section}>
      <h2>{t('people')}</h2>
      {people === null ? (
        <p>{t('unnamed')}</p>
      ) : (
        <>
          <p>
            {t('contributed', { count: people.length })} {half !== null && t('half', { half })}{' '}
            {came !== null && came > 0 && t('came', { count: came })}
          </p>
          {people.length > 0 && (
            <ShareTable head={t('person')} shares={people} nameOf={({ id }) => nameIn(read, id)} />
          )}
        </>
      )}
    </section>
  );
}
