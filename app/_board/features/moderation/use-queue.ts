'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Steps } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isWaiting, type Queued, queueOf } from '#domain/debate/moderation/queue.ts';
import { followView } from '../../core/following/follow-view.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Milliseconds after a count until the next: claims change with each key someone types. */
const REST = 500;

/** Returns what waits for moderators now. */
export function useQueue(): readonly Queued[] {
  const hidden = useBoard(({ replica }) => replica.view.hidden);
  const reports = useBoard(({ replica }) => replica.view.reports);
  const reviews = useBoard(({ replica }) => replica.view.reviews);
  const merges = useBoard(({ replica }) => replica.view.merges);
  const claims = useBoard(({ replica }) => replica.view.claims);
  const comments = useBoard(({ replica }) => replica.view.comments);
  const suggestions = useBoard(({ replica }) => replica.view.suggestions);
  return useMemo(
    () => queueOf({ hidden, reports, reviews, merges, claims, comments, suggestions }),
    [hidden, reports, reviews, merges, claims, comments, suggestions],
  );
}

/** Returns how many items wait, counted for moderators only: 0 for others. */
export function useWaitingCount(isModerator: boolean): number {
  const store = useBoardStore();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    if (isModerator) return followView(store, waitingSteps, setWaiting, REST);
    return undefined;
  }, [store, isModerator]);
  return isModerator ? waiting : 0;
}

// biome-ignore lint/correctness/useYield: one step, for what follows a view in steps.
function* waitingSteps(view: DebateState): Steps<number> {
  return queueOf(view).filter(isWaiting).length;
}
