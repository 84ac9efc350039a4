'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RejectionNote } from '../commands/rejection-note.tsx';
import type { InvitationError } from './use-invitations.ts';

/** Explains why an action on invitations failed. */
export function InvitationErrorNote({ problem }: { problem: InvitationError }) {
  const t = useMessages('joining');
  if (problem === 'unreachable') return <p role="alert">{t('unreachable')}</p>;
  return <RejectionNote rejection={problem} />;
}
