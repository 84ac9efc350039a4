import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';

/** The tasks of the phases of a meeting. */
export function Tasks({ read: { record } }: { read: ReadRecord }) {
  const t = messages('tasks');
  if (record.tasks.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      <ul>
        {record.tasks.map(({ id, kind, count }) => (
          <li key={id} data-task={id}>
            {t(`asks.${kind}`, { count })}
          </li>
        ))}
      </ul>
    </section>
  );
}
