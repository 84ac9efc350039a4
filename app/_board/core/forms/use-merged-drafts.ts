'use client';

import { useLayoutEffect } from 'react';
import type { Target } from '#domain/debate/map/link.ts';
import { namesOf } from '#domain/debate/map/merged.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { type DraftName, takeMergedDrafts } from '../store/form-drafts.ts';

/**
 * Takes over drafts begun at claims that were merged into this place, or at their links: no composer opens there now. For the component
 * that has the composer of this draft, or one around it: `useDraft` runs first, and makes the drafts of a reader who joins the participant's.
 */
export function useMergedDrafts(on: Target, nameOf: (place: Target) => DraftName): void {
  const store = useBoardStore();
  const names = useBoard(({ replica }) => namesOf(replica.view, on).join(' '));
  const viewer = useBoard(({ replica }) => replica.participantId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names and the viewer are those of the state.
  useLayoutEffect(() => takeMergedDrafts(store.state(), on, nameOf), [store, on.id, nameOf, names, viewer]);
}
