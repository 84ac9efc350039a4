'use client';

import { useEffect } from 'react';
import type { GroupOverview } from '../../../../domain/protocol/group-messages.ts';
import { useBoard, useBoardStore } from '../../store/board-context.tsx';

/** Asks the server to tell how the groups go on, as long as this is shown. */
export function useWatchGroups(): void {
  const { company } = useBoardStore();
  useEffect(() => {
    company.watchGroups(true);
    return () => company.watchGroups(false);
  }, [company]);
}

/** How a group goes on; undefined until the server has told. */
export function useGroupOverview(groupId: string): GroupOverview | undefined {
  return useBoard(({ groupOverviews }) => groupOverviews.get(groupId));
}
