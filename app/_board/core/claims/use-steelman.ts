'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { usePosition } from './use-claim.ts';

/** Returns the names of the position that a steelman is for, and of the team that wrote it, for a sentence. */
export function useSteelmanNames({ positionId, steelman }: Pick<Claim, 'positionId' | 'steelman'>): {
  readonly position: string;
  readonly team: string;
} {
  const t = useMessages('history');
  const position = usePosition(positionId)?.name ?? t('gone');
  const team = usePosition(steelman?.by)?.name ?? t('gone');
  return { position, team };
}
