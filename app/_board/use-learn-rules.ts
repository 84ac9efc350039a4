'use client';

import { useEffect } from 'react';
import { fetchWithParts } from '../_ui/lazy-part.ts';
import type { BoardStore } from './store/board-store.ts';

/** Milliseconds after which rules that could not be fetched are asked for again. */
const ASK_AGAIN_AFTER = 1_000;

const fetchRules = () => import('../../domain/debate/decide.ts');
fetchWithParts(fetchRules);

/** Milliseconds after the first cards, which need none of them, at which rules nobody needed yet are fetched. */
const FETCHED_AFTER = 1_000;

/** Teaches the board the rules of debates: soon, or with the first thing that is asked for. */
export function useLearnRules(store: BoardStore): void {
  useEffect(() => {
    let timer: number | undefined;
    const learn = () => {
      window.clearTimeout(timer);
      unsubscribe();
      fetchRules().then(
        ({ decide }) => store.learn(decide),
        () => {
          timer = window.setTimeout(learn, ASK_AGAIN_AFTER);
        },
      );
    };
    const unsubscribe = store.subscribe(() => {
      if (store.state().replica.pending.length > 0) learn();
    });
    timer = window.setTimeout(learn, FETCHED_AFTER);
    return () => {
      window.clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
}
