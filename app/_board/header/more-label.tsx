'use client';

import { type RefObject, useEffect } from 'react';
import { MoreIcon } from '../../_ui/icons.tsx';
import { CountBadge } from '../../_ui/links/count-badge.tsx';
import { useUnread } from '../../_ui/links/use-unread.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { useActor, useIsModerator } from '../core/claims/use-claim.ts';
import { useWaitingCount } from '../features/moderation/use-queue.ts';
import { useUnreadCount } from '../features/unread/use-unread-items.ts';
import { type MenuCounts, NO_COUNTS } from './use-board-commands.ts';

/**
 * The icon of the More menu on a phone, with the number of what waits for the viewer: notifications, and a moderator's queue; or with a dot
 * if only the debate has something new. Keeps `counts` for the menu. Loaded after the debate.
 */
export default function MoreLabel({ counts }: { counts: RefObject<MenuCounts> }) {
  const controls = useMessages('controls');
  const takesPart = useActor() !== null;
  const isModerator = useIsModerator();
  const known = useUnread(takesPart);
  const unread = takesPart ? known : 0;
  const waiting = useWaitingCount(isModerator);
  const news = useUnreadCount() ?? 0;
  useEffect(() => {
    counts.current = { unread, waiting, news };
    return () => {
      counts.current = NO_COUNTS;
    };
  }, [counts, unread, waiting, news]);
  return (
    <>
      <CountBadge count={unread + waiting} hasDot={news > 0}>
        <MoreIcon />
      </CountBadge>
      <VisuallyHidden>{controls('moreWith', { waiting: unread + waiting, news })}</VisuallyHidden>
    </>
  );
}
