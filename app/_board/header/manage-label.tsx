'use client';

import { SlidersIcon } from '../../_ui/icons.tsx';
import { CountBadge } from '../../_ui/links/count-badge.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { useWaitingCount } from '../features/moderation/use-queue.ts';

/** The icon of the debate's management with the number of items in its queue. Loaded after the debate. */
export default function ManageLabel() {
  const t = useMessages('manage');
  const waiting = useWaitingCount(true);
  return (
    <>
      <CountBadge count={waiting}>
        <SlidersIcon />
      </CountBadge>
      <VisuallyHidden>{t('openWith', { waiting })}</VisuallyHidden>
    </>
  );
}
