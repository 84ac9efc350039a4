import { messages } from '#app/_ui/messages/messages.ts';
import type { MeetingRecord } from '#domain/meeting/meeting-record.ts';
import styles from '../meetings.module.css';

const KINDS = ['claims', 'promoted', 'comments', 'links', 'votes'] as const;

/** Number of additions in a meeting, by kind. */
export function Added({ added }: { added: MeetingRecord['added'] }) {
  const t = messages('records');
  return (
    <section className={styles.section}>
      <h2>{t('added')}</h2>
      <dl className={styles.counts}>
        {KINDS.filter((kind) => kind !== 'promoted' || added.promoted > 0).map((kind) => (
          <div key={kind} data-count={kind}>
            <dt>{t(kind)}</dt>
            <dd data-hidden={added[kind] === null ? '' : undefined}>{added[kind] ?? t('notShown')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
