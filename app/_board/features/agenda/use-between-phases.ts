'use client';

import { meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { phaseOf } from '#domain/debate/phases/phases.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns where an open debate is while no phase of its agenda is running, as the message for it; `null`: one is, or there is no agenda. */
export function useBetweenPhases(): 'notBegun' | 'ended' | null {
  return useBoard(({ replica: { confirmed } }) => {
    if (!confirmed.agenda?.phases.length || phaseOf(confirmed)) return null;
    if (confirmed.head?.status !== 'open') return null;
    // The end of an agenda ends its meeting: in one that is running, it has not begun.
    return (meetingsOf(confirmed).at(-1)?.to ?? null) === null ? 'notBegun' : 'ended';
  });
}
