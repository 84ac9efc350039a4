import type { ListedPerson, PageOf } from '../../server/services/administration/administration.ts';
import { Button } from '../_ui/button/button.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/time/relative-time.tsx';
import { Pager } from './pager.tsx';
import { TableFrame } from './table-frame.tsx';
import styles from './tables.module.css';

interface PersonTableProps {
  readonly people: PageOf<ListedPerson>;
  /** The search text. */
  readonly find: string;
  /** Id of the viewer: actions on themselves are on their account page. */
  readonly ownId: string;
  /** True if accounts need approval to start debates. */
  readonly approves: boolean;
}

/** People, with actions on each. */
export function PersonTable({ people, find, ownId, approves }: PersonTableProps) {
  const t = messages('admin');
  const { rows, page, count } = people;
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
              <td className={styles.since}>
                <RelativeTime at={person.createdAt} />
              </td>
              <td>
                {person.id !== ownId && (
                  <PersonActs person={person} here={{ find, page: String(page) }} approves={approves} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <Pager list="people" find={find} of={people} count={t('peopleCount', { count })} />
    </>
  );
}

interface PersonActsProps {
  readonly person: ListedPerson;
  /** Fields that lead back to this page of the list. */
  readonly here: Readonly<Record<'find' | 'page', string>>;
  readonly approves: boolean;
}

/** Ends a person's sign-ins, makes them an administrator, approves them to start debates, and the reverse. */
function PersonActs({ person, here, approves }: PersonActsProps) {
  const t = messages('admin');
  const { id, name, kind, administrator, mayStart, signIns, hasSecondFactor } = person;
  return (
    <div className={styles.acts}>
      {signIns > 0 && (
        <PageForm action="/api/admin/end" hidden={{ id, ...here }}>
          <Button size="small" type="submit" aria-label={t('endSignInsOf', { name })}>
            {t('endSignIns')}
          </Button>
        </PageForm>
      )}
      <details className={styles.more}>
        <summary aria-label={t('moreOf', { name })}>{t('more')}</summary>
        {(administrator || kind === 'account') && (
          <PageForm
            action="/api/admin/appoint"
            hidden={{ id, administrator: administrator ? 'no' : 'yes', ...here }}
          >
            {!administrator && <p>{t('appointText')}</p>}
            <Button size="small" type="submit">
              {administrator ? t('dismiss', { name }) : t('appoint', { name })}
            </Button>
          </PageForm>
        )}
        {approves && kind === 'account' && !administrator && (
          <PageForm action="/api/admin/allow" hidden={{ id, allowed: mayStart ? 'no' : 'yes', ...here }}>
            <Button size="small" type="submit">
              {t(mayStart ? 'stopStart' : 'allowStart', { name })}
            </Button>
          </PageForm>
        )}
        {hasSecondFactor && (
          <PageForm action="/api/admin/second-factor" hidden={{ id, ...here }}>
            <Button size="small" type="submit">
              {t('removeFactors', { name })}
            </Button>
          </PageForm>
        )}
        <PageLink href={`/admin/erase?person=${encodeURIComponent(id)}`} aria-label={t('eraseOf', { name })}>
          {t('erase')}
        </PageLink>
      </details>
    </div>
  );
}
