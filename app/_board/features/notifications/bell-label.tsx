'use client';

import { useEffect } from 'react';
import { BellIcon } from '#app/_ui/icons.tsx';
import { CountBadge } from '#app/_ui/links/count-badge.tsx';
import { useUnread } from '#app/_ui/links/use-unread.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { fetchChoice } from '../../core/notifications/fetch-choice.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** The bell in the header with the number of unread notifications. Loaded after the debate. */
export default function BellLabel() {
  const t = useMessages('notifications');
  const unread = useUnread(true);
  const debateId = useBoard((state) => state.debateId);
  // Menus show what is muted.
  useEffect(() => void fetchChoice(debateId), [debateId]);
  return (
    <>
      <CountBadge count={unread}>
        <BellIcon />
      </CountBadge>
      <VisuallyHidden>{t('inbox', { unread })}</VisuallyHidden>
    </>
  );
}
