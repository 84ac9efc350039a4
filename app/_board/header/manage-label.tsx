'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useWaitingCount } from '../review/use-queue.ts';

/** The way to what is managed, and how much waits there. */
export default function ManageLabel() {
  const t = useMessages('manage');
  const waiting = useWaitingCount();
  return t('openWith', { waiting });
}
