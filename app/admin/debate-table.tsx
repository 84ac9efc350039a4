import { RESTRICTIONS, type Restriction } from '../../domain/debate/head/head.ts';
import type {
  DebateFilter,
  ListedDebate,
  PageOf,
} from '../../server/services/administration/administration.ts';
import { Button } from '../_ui/button/button.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/time/relative-time.tsx';
import { DEBATE_FILTERS, listAddress } from './admin-lists.tsx';
import { Pager } from './pager.tsx';
import { TableFrame } from './table-frame.tsx';
import styles from './tables.module.css';

interface DebateTableProps {
  readonly debates: PageOf<ListedDebate>;
  readonly find: string;
  readonly filter: DebateFilter;
}

/** Debates, including private ones: only that they exist, not their content. */
export function DebateTable({ debates, find, filter }: DebateTableProps) {
  const t = messages('admin');
  const administering = messages('administering');
  const { rows, count } = debates;
  return (
    <>
      <nav className={styles.filters} aria-label={t('filter')}>
        {DEBATE_FILTERS.map((one) => (
          <PageLink
            key={one}
            href={listAddress('debates', find, 1, one)}
            aria-current={one === filter ? 'true' : undefined}
          >
            {t(`filters.${one}`)}
          </PageLink>
        ))}
      </nav>
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
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, visibility, restricted, entries, participants, changedAt }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                <PageLink href={`/admin/debate?id=${id}`}>{title}</PageLink>
                {restricted.map((restriction) => (
                  <span key={restriction} className={styles.mark}>
                    {administering(`inForceName.${restriction}`)}
                  </span>
                ))}
              </th>
              <td>{t(`visibilityOf.${visibility}`)}</td>
              <td className={styles.number}>{entries}</td>
              <td className={styles.number}>{participants}</td>
              <td className={styles.since}>
                <RelativeTime at={changedAt} />
              </td>
              <td>
                {visibility !== 'group' && <DebateActs id={id} title={title} restricted={restricted} />}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <Pager list="debates" find={find} filter={filter} of={debates} count={t('debatesCount', { count })} />
    </>
  );
}

interface DebateActsProps {
  readonly id: string;
  readonly title: string;
  readonly restricted: readonly Restriction[];
}

/** Actions on a debate: each links to a page that asks for the reason; existing restrictions are lifted here. */
function DebateActs({ id, title, restricted }: DebateActsProps) {
  const t = messages('admin');
  const administering = messages('administering');
  return (
    <details className={styles.more}>
      <summary aria-label={t('actionsOf', { title })}>{t('actions')}</summary>
      <ul className={styles.menu}>
        {RESTRICTIONS.map((restriction) => (
          <li key={restriction}>
            {restricted.includes(restriction) ? (
              <PageForm action="/api/admin/restrict" hidden={{ debate: id, restriction, lift: 'yes' }}>
                <Button size="small" type="submit">
                  {administering(`lift.${restriction}`)}
                </Button>
              </PageForm>
            ) : (
              <PageLink href={`/admin/debate?${new URLSearchParams({ id, act: restriction })}`}>
                {administering(`act.${restriction}`)}
              </PageLink>
            )}
          </li>
        ))}
        <li>
          <PageLink href={`/admin/debate?id=${id}#owner`}>{administering('eraseOwner')}</PageLink>
        </li>
      </ul>
    </details>
  );
}
