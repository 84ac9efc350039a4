'use client';

import { meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { phaseOf } from '#domain/debate/phases/phases.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns where the debate is while no phase of its agenda is running, as the message for it; `null`: one is, or there is no agenda. */
export function useBetweenPhases(): 'notBegun' | 'ended' | null {
  return useBoard(({ replica: { confirmed } }) => {
    if (!confirmed.agenda?.phases.length || phaseOf(confirmed)) return null;
    // A meeting starts and ends with the agenda.
    return meetingsOf(confirmed).some(({ to }) => to !== null) ? 'ended' : 'notBegun';
  });
}
