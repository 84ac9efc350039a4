import { Note } from '#app/_ui/layout/note.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';
import { ShareTable } from './share-table.tsx';

/** How evenly positions contributed to a meeting. */
export function Positions({ read: { record, view } }: { read: ReadRecord }) {
  const t = messages('records');
  if (record.positions.length === 0) return null;
  const hueOf = ({ id }: { id: string }) => `var(--hue-${view.positions.get(id)?.hue})`;
  return (
    <section className={styles.section}>
      <h2>{t('positions')}</h2>
      <Note>{t(record.people === null ? 'positionsHintAnonymous' : 'positionsHint')}</Note>
      <ShareTable
        head={t('position')}
        shares={record.positions}
        nameOf={({ id }) => view.positions.get(id)?.name}
        hueOf={hueOf}
      />
    </section>
  );
}
