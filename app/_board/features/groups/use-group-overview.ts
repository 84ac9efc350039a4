'use client';

import { useEffect } from 'react';
import type { GroupOverview } from '#domain/protocol/group-messages.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Subscribes to the groups' progress while this is shown. */
export function useWatchGroups(): void {
  const { presence: company } = useBoardStore();
  useEffect(() => {
    company.watchGroups(true);
    return () => company.watchGroups(false);
  }, [company]);
}

/** Returns a group's progress; undefined until the server has sent it. */
export function useGroupOverview(groupId: string): GroupOverview | undefined {
  return useBoard(({ groupOverviews }) => groupOverviews.get(groupId));
}
