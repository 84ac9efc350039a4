import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './inbox.module.css';
import { FIRST_PAGE, type InboxView, inboxAddress } from './inbox-view.ts';

/** Filter for all or unread notifications, and the link back from one debate to all. */
export function InboxFilter({ view }: { view: InboxView }) {
  const t = messages('inbox');
  return (
    <nav className={styles.filter} aria-label={t('show')}>
      {[false, true].map((unread) => (
        <PageLink
          key={`${unread}`}
          aria-current={view.unread === unread ? 'true' : undefined}
          href={inboxAddress({ ...view, ...FIRST_PAGE, unread })}
        >
          {t(unread ? 'unread' : 'all')}
        </PageLink>
      ))}
      {view.debateId !== null && (
        <PageLink href={inboxAddress({ ...view, ...FIRST_PAGE, debateId: null })}>{t('everywhere')}</PageLink>
      )}
    </nav>
  );
}
