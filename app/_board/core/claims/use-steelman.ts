'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
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

/** Returns a steelman's mark: for whom and by whom it is, and whether it is recognized; `null` for another claim. */
export function useSteelmanSign(claim: Claim): string | null {
  const t = useMessages('steelmen');
  const names = useSteelmanNames(claim);
  if (!claim.steelman) return null;
  return t(awaitsRecognition(claim) ? 'signWaiting' : 'signRecognized', names);
}
