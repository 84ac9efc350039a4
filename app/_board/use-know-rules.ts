'use client';

import { useLayoutEffect } from 'react';
import { RULES } from '../../domain/sync/rules.ts';
import { useBoardStore } from './store/board-context.tsx';

/**
 * For what is fetched later than the board and shows a choice as soon as it is made: it brings the rules along, where the
 * board does not know them yet.
 */
export function useKnowRules(): void {
  const store = useBoardStore();
  useLayoutEffect(() => store.learn(RULES), [store]);
}
