'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import { useActor } from '../../core/claims/use-claim.ts';

/** Returns the roles to which the viewer may invite others, with what each allows. */
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
