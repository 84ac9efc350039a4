import type { DebateFilter } from '../../server/use-cases/administration.ts';
import { messages } from '../_ui/messages/messages.ts';
import styles from './tables.module.css';

const LISTS = ['people', 'debates', 'settings', 'limits'] as const;

/** What administrators look at, one at a time. */
export type AdminList = (typeof LISTS)[number];

/** The list an address names; people where it names none. */
export function asList(asked: unknown): AdminList {
  return LISTS.find((list) => list === asked) ?? 'people';
}

/** What the list of debates is filtered by. */
export const DEBATE_FILTERS = ['all', 'hidden', 'deleted'] as const satisfies readonly DebateFilter[];

/** The filter an address names; all debates where it names none. */
export function asDebateFilter(asked: unknown): DebateFilter {
  return DEBATE_FILTERS.find((filter) => filter === asked) ?? 'all';
}

/** The address of a page of a list, of what is looked for in it. */
export function listAddress(list: AdminList, find = '', page = 1, filter: DebateFilter = 'all'): string {
  const query = new URLSearchParams({
    ...(list !== 'people' && { list }),
    ...(find !== '' && { find }),
    ...(page > 1 && { page: String(page) }),
    ...(filter !== 'all' && { filter }),
  });
  return query.size === 0 ? '/admin' : `/admin?${query}`;
}

/** Leads from list to list. */
export function ListTabs({ chosen }: { chosen: AdminList }) {
  const t = messages('admin');
  return (
    <nav className={styles.tabs} aria-label={t('lists')}>
      {LISTS.map((list) => (
        <a key={list} href={listAddress(list)} aria-current={list === chosen ? 'page' : undefined}>
          {t(list)}
        </a>
      ))}
    </nav>
  );
}
