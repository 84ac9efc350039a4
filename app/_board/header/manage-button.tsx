'use client';

import { Button } from '../../_ui/button/button.tsx';
import { SlidersIcon } from '../../_ui/icons.tsx';
import { joinClasses } from '../../_ui/join-classes.ts';
import { CountBadge } from '../../_ui/links/count-badge.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useWaitingCount } from '../features/moderation/use-queue.ts';

interface ManageButtonProps {
  readonly className: string | undefined;
  readonly nameClass: string | undefined;
  readonly onClick: () => void;
}

/** Opens the management of the debate, with the number of items in its queue. */
export default function ManageButton({ className, nameClass, onClick }: ManageButtonProps) {
  const t = useMessages('manage');
  const waiting = useWaitingCount();
  const label = t('openWith', { waiting });
  return (
    <Button
      look="quiet"
      size="small"
      className={className}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <CountBadge count={waiting}>
        <SlidersIcon />
      </CountBadge>
      <span className={joinClasses(nameClass)} aria-hidden="true">
        {t('open')}
      </span>
    </Button>
  );
}
