'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { attackProblem } from '#domain/debate/map/steelman.ts';
import { useBoard } from '../store/board-context.tsx';
import { usePosition } from './use-claim.ts';

/** True unless this is a best case that waits for its position's people, or a link from one: then nobody may attack it. */
export function useMayAttack(target: Target): boolean {
  return useBoard(({ replica }) => attackProblem(replica.view, target, 'attack') === null);
}

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
