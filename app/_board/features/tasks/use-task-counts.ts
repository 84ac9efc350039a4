'use client';

import { useEffect, useState } from 'react';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { followCounts, type KnownCounts } from './follow-counts.ts';

/** Returns how many people have done each task, kept up to date while it is shown. */
export function useTaskCounts(): KnownCounts {
  const store = useBoardStore();
  const [known, setKnown] = useState<KnownCounts>({ counts: null, problem: null });
  useEffect(() => followCounts(store, setKnown), [store]);
  return known;
}
