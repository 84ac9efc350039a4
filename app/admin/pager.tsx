import { messages } from '../_ui/messages/messages.ts';
import styles from './tables.module.css';

interface PagerProps {
  /** The list this turns the pages of, as the address names it. */
  readonly list: 'people' | 'debates';
  readonly page: number;
  readonly pages: number;
  /** How many there are, in words. */
  readonly count: string;
}

/** Turns the pages of a list. */
export function Pager({ list, page, pages, count }: PagerProps) {
  const t = messages('admin');
  return (
    <p className={styles.pager}>
      <span>{count}</span>
      {pages > 1 && <span>{t('page', { page, pages })}</span>}
      {page > 1 && <a href={`/admin?${list}=${page - 1}`}>{t('newer')}</a>}
      {page < pages && <a href={`/admin?${list}=${page + 1}`}>{t('older')}</a>}
    </p>
  );
}
