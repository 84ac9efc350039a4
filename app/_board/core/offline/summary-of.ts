import { countShownClaims } from '#domain/debate/claims/shown-claims.ts';
import { remainingPositions } from '#domain/debate/map/positions-in-order.ts';
import type { BoardState } from '../store/board-state.ts';
import type { SavedSummary } from './saved-summary.ts';

/** Returns the summary of the debate on a board; `null` before there is one. */
export function summaryOf({ debateId, replica }: BoardState): SavedSummary | null {
  const { head } = replica.confirmed;
  if (head === null) return null;
  return {
    debateId,
    title: head.title,
    motion: head.motion,
    positions: remainingPositions(replica.confirmed).map(({ id, name, hue }) => ({ id, name, hue })),
    participantId: replica.participantId,
    claims: countShownClaims(replica.confirmed),
    keptAt: Date.now(),
  };
}
