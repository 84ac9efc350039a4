'use client';

import { useLayoutEffect } from 'react';
import { RULES } from '#domain/sync/rules.ts';
import { useBoardStore } from '../store/board-context.tsx';

/** For parts loaded later than the board that predict a choice at once: loads the rules if the board has not learned them yet. */
export function useKnowRules(): void {
  const store = useBoardStore();
  useLayoutEffect(() => store.enableRules(RULES), [store]);
}
