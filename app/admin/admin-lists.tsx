import type { DebateFilter } from '../../server/services/administration/administration.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './tables.module.css';

const LISTS = ['people', 'debates', 'settings', 'limits'] as const;

/** Lists for administrators, one at a time. */
export type AdminList = (typeof LISTS)[number];

/** Returns the list named by an address; people by default. */
export function asList(asked: unknown): AdminList {
  return LISTS.find((list) => list === asked) ?? 'people';
}

/** Filters for the list of debates. */
export const DEBATE_FILTERS = ['all', 'hidden', 'deleted'] as const satisfies readonly DebateFilter[];

/** Returns the filter named by an address; all debates by default. */
export function asDebateFilter(asked: unknown): DebateFilter {
  return DEBATE_FILTERS.find((filter) => filter === asked) ?? 'all';
}

/** Returns the address of a page of a list, with its search. */
export function listAddress(list: AdminList, find = '', page = 1, filter: DebateFilter = 'all'): string {
  const query = new URLSearchParams({
    ...(list !== 'people' && { list }),
    ...(find !== '' && { find }),
    ...(page > 1 && { page: String(page) }),
    ...(filter !== 'all' && { filter }),
  });
  return query.size === 0 ? '/admin' : `/admin?${query}`;
}

/** Links between the lists. */
export function ListTabs({ chosen }: { chosen: AdminList }) {
  const t = messages('admin');
  return (
    <nav className={styles.tabs} aria-label={t('lists')}>
      {LISTS.map((list) => (
        <PageLink key={list} href={listAddress(list)} aria-current={list === chosen ? 'page' : undefined}>
          {t(list)}
        </PageLink>
      ))}
    </nav>
  );
}
