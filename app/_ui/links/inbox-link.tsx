'use client';

import { BellIcon } from '../icons.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { CountBadge } from './count-badge.tsx';
import styles from './inbox-link.module.css';
import { PageLink } from './page-link.tsx';
import { useUnread } from './use-unread.ts';

/** Link to the viewer's inbox, with the number of unread notifications. */
export function InboxLink() {
  const t = useMessages('notifications');
  const unread = useUnread(true);
  const label = t('inbox', { unread });
  return (
    <PageLink className={styles.link} href="/inbox" aria-label={label} title={label}>
      <CountBadge count={unread}>
        <BellIcon />
      </CountBadge>
    </PageLink>
  );
}
