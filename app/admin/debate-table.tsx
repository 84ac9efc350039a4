import type { ListedDebate, PageOf } from '../../server/use-cases/administration.ts';
import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/relative-time.tsx';
import { Pager } from './pager.tsx';
import { TableFrame } from './table-frame.tsx';
import styles from './tables.module.css';

/** Debates, private ones too: that they are there, not what is said in them. */
export function DebateTable({ debates, find }: { debates: PageOf<ListedDebate>; find: string }) {
  const t = messages('admin');
  const { rows, count } = debates;
  return (
    <>
      <TableFrame label={t('debates')}>
        <thead>
          <tr>
            <th scope="col">{t('debate')}</th>
            <th scope="col">{t('visibility')}</th>
            <th scope="col" className={styles.number}>
              {t('entries')}
            </th>
            <th scope="col" className={styles.number}>
              {t('participants')}
            </th>
            <th scope="col">{t('changed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, visibility, entries, participants, changedAt }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                <a href={`/debates/${id}`}>{title}</a>
              </th>
              <td>{t('visibilityOf', { visibility })}</td>
              <td className={styles.number}>{entries}</td>
              <td className={styles.number}>{participants}</td>
              <td className={styles.since}>
                <RelativeTime at={changedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <Pager list="debates" find={find} of={debates} count={t('debatesCount', { count })} />
    </>
  );
}
