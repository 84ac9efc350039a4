'use client';

import { useMemo } from 'react';
import { isWaiting, type Queued, queueOf } from '#domain/debate/moderation/queue.ts';
import { useBoard } from '../../core/store/board-context.tsx';

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

/** Returns how many items wait. */
export function useWaitingCount(): number {
  return useQueue().filter(isWaiting).length;
}
