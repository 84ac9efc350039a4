import type { ListedPerson, PageOf } from '../../server/use-cases/administration.ts';
import { Button } from '../_ui/button/button.tsx';
import { PlainForm } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/relative-time.tsx';
import { Pager } from './pager.tsx';
import { TableFrame } from './table-frame.tsx';
import styles from './tables.module.css';

/** People, and the way to end their sign-ins. */
export function PersonTable({ people }: { people: PageOf<ListedPerson> }) {
  const t = messages('admin');
  const { rows, page, pages, count } = people;
  return (
    <>
      <TableFrame label={t('people')}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('kindTitle')}</th>
            <th scope="col">{t('mail')}</th>
            <th scope="col" className={styles.number}>
              {t('signIns')}
            </th>
            <th scope="col" className={styles.number}>
              {t('inDebates')}
            </th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <th scope="row" dir="auto">
                {person.name || t('erasing')}
                {person.administrator && <span className={styles.mark}>{t('administrator')}</span>}
              </th>
              <td>{t('kind', { kind: person.kind })}</td>
              <td>{person.email ?? ''}</td>
              <td className={styles.number}>{person.signIns}</td>
              <td className={styles.number}>{person.debates}</td>
              <td>
                <RelativeTime at={person.createdAt} />
              </td>
              <td>
                <div className={styles.acts}>
                  {person.signIns > 0 && (
                    <PlainForm action="/api/admin/end" hidden={{ id: person.id }}>
                      <Button
                        size="small"
                        type="submit"
                        aria-label={t('endSignInsOf', { name: person.name })}
                      >
                        {t('endSignIns')}
                      </Button>
                    </PlainForm>
                  )}
                  <a
                    href={`/admin/erase?person=${encodeURIComponent(person.id)}`}
                    aria-label={t('eraseOf', { name: person.name })}
                  >
                    {t('erase')}
                  </a>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <Pager list="people" page={page} pages={pages} count={t('peopleCount', { count })} />
    </>
  );
}
