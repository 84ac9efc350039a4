'use client';

import { useEffect } from 'react';
import { fetchWithParts } from '../_ui/lazy-part.ts';
import type { BoardStore } from './store/board-store.ts';

/** Milliseconds after which rules that could not be fetched are asked for again. */
const ASK_AGAIN_AFTER = 1_000;

const fetchRules = () => import('../../domain/debate/decide.ts');
fetchWithParts(fetchRules);

/** Teaches the board the rules of debates as soon as the first cards are shown, which need none of them. */
export function useLearnRules(store: BoardStore): void {
  useEffect(() => {
    let timer: number | undefined;
    const learn = () => {
      fetchRules().then(
        ({ decide }) => store.learn(decide),
        () => {
          timer = window.setTimeout(learn, ASK_AGAIN_AFTER);
        },
      );
    };
    learn();
    return () => window.clearTimeout(timer);
  }, [store]);
}
