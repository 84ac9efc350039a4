import type { DebateState } from '../engine/state.ts';

/** The position a participant speaks for, if the debate has teams; null: none. */
export function teamOf(state: DebateState, participantId: string): string | null {
  if (state.head?.settings.teams === 'off') return null;
  return state.participants.get(participantId)?.team ?? null;
}
