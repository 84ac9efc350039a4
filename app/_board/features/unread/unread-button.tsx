'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { UnreadIcon } from '#app/_ui/icons.tsx';
import { CountBadge } from '#app/_ui/links/count-badge.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useUnreadCount } from './use-unread-items.ts';

interface NewsButtonProps {
  readonly className: string | undefined;
  readonly nameClass: string | undefined;
  readonly onOpen: () => void;
}

/** Opens the list of unread items, with their number. Readers see it only if there are any. */
export default function UnreadButton({ className, nameClass, onOpen }: NewsButtonProps) {
  const board = useMessages('board');
  const t = useMessages('unread');
  const reads = useBoard(({ replica }) => replica.participantId === null);
  const count = useUnreadCount();
  if (count === null) return null;
  if (reads && count === 0) return null;
  const label = t('open', { count });
  return (
    <Button
      look="quiet"
      size="small"
      className={className}
      aria-label={label}
      title={`${label}. ${t('openHint')}`}
      data-unread={count}
      onClick={onOpen}
    >
      <CountBadge count={count}>
        <UnreadIcon />
      </CountBadge>
      <span className={nameClass} aria-hidden="true">
        {board('news')}
      </span>
    </Button>
  );
}
