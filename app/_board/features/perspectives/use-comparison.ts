'use client';

import { useDeferredValue, useMemo } from 'react';
import { type Comparison, comparePerspectives } from '#domain/analysis/perspectives/compare-perspectives.ts';
import type { PerspectiveVotes } from '#domain/analysis/perspectives/perspective.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the comparison of two perspectives on all standing claims; `null`: the votes of one are not known. */
export function useComparison(
  left: PerspectiveVotes | null,
  right: PerspectiveVotes | null,
): Comparison | null {
  const claims = useDeferredValue(useBoard(({ replica }) => replica.view.claims));
  const merges = useBoard(({ replica }) => replica.view.merges);
  return useMemo(() => {
    if (left === null || right === null) return null;
    const standing = [...claims.values()].filter(({ id, retracted }) => !retracted && !merges.has(id));
    return comparePerspectives(
      left,
      right,
      standing.map(({ id }) => id),
    );
  }, [left, right, claims, merges]);
}
