'use client';

import { meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { phaseOf } from '#domain/debate/phases/phases.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/**
 * Returns where an open debate is while no phase of its agenda is running: its agenda has not begun, or the time when its last meeting
 * ended. What comes next is not known: the agenda may be for another meeting. `null`: a phase is running, or there is no agenda.
 */
export function useBetweenPhases(): 'notBegun' | number | null {
  return useBoard(({ replica: { confirmed } }) => {
    if (!confirmed.agenda?.phases.length || phaseOf(confirmed)) return null;
    if (confirmed.head?.status !== 'open') return null;
    // The end of an agenda ends its meeting: in one that is running, it has not begun.
    return meetingsOf(confirmed).at(-1)?.endedAt ?? 'notBegun';
  });
}
