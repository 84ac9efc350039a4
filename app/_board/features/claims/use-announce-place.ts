'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { childrenOf, isShown, parentOf } from '#domain/debate/map/tree.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadTarget } from '../../core/claims/use-target.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';

/** Returns a function that announces a claim's place among its siblings, to which it was moved. */
export function useAnnouncePlace(): (claimId: string) => void {
  const t = useMessages('outline');
  const store = useBoardStore();
  const announce = useAnnounce();
  const readTarget = useReadTarget();
  return useCallback(
    (claimId) => {
      const { view } = store.state().replica;
      const { parent, place, count } = standing(view, claimId);
      const target = parent ? excerpt(readTarget(view, parent), 60) : '';
      announce(t('moved', { target, place, count }));
    },
    [t, store, announce, readTarget],
  );
}

/** Returns a claim's parent, and its place among its siblings. */
function standing(view: DebateState, claimId: string) {
  const parent = parentOf(view, claimId);
  const beside = parent ? childrenOf(view, parent).filter((claim) => isShown(view, claim)) : [];
  return {
    parent,
    place: beside.findIndex(({ id }) => id === claimId) + 1,
    count: beside.length,
  };
}
