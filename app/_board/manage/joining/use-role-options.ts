'use client';

import type { Role } from '../../../../domain/debate/participants/participant.ts';
import { useMessages } from '../../../_ui/messages/use-messages.ts';
import { useActor } from '../../claim/use-claim.ts';

/** The roles one may invite others to, and what each lets them do. */
export function useRoleOptions(): readonly (readonly [Role, string])[] {
  const t = useMessages('joining');
  const isOwner = useActor()?.role === 'owner';
  return [
    ...(isOwner ? [['moderator', t('asModerator')] as const] : []),
    ['debater', t('asDebater')],
    ['suggester', t('asSuggester')],
    ['observer', t('asObserver')],
  ];
}
