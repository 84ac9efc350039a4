import type { DebateFilter, PageOf } from '../../server/services/administration/administration.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { type AdminList, listAddress } from './admin-lists.tsx';
import styles from './tables.module.css';

interface PagerProps {
  /** The list with these pages. */
  readonly list: AdminList;
  readonly find: string;
  readonly filter?: DebateFilter;
  readonly of: Pick<PageOf<unknown>, 'page' | 'pages'>;
  /** Total number, in words. */
  readonly count: string;
}

/** Links between the pages of a list. */
export function Pager({ list, find, filter, of: { page, pages }, count }: PagerProps) {
  const t = messages('admin');
  const address = (to: number) => listAddress(list, find, to, filter);
  return (
    <nav className={styles.pager} aria-label={t('pages')}>
      <span>{count}</span>
      {pages > 1 && <span>{t('page', { page, pages })}</span>}
      {page > 1 && <PageLink href={address(page - 1)}>{t('newer')}</PageLink>}
      {page < pages && <PageLink href={address(page + 1)}>{t('older')}</PageLink>}
      {page < pages - 1 && <PageLink href={address(pages)}>{t('last')}</PageLink>}
    </nav>
  );
}
