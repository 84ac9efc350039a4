'use client';

import { useEffect } from 'react';
import { CountBadge } from '#app/_ui/count-badge.tsx';
import { BellIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useUnread } from '#app/_ui/use-unread.ts';
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
