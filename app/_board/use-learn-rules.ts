'use client';

import { useEffect } from 'react';
import { fetchWithParts } from '../_ui/lazy-component.ts';
import { afterFirstCards } from './first-cards.ts';
import type { BoardStore } from './store/board-store.ts';

/** Milliseconds after which rules that could not be fetched are asked for again. */
const ASK_AGAIN_AFTER = 1_000;

const fetchRules = () => import('../../domain/sync/rules.ts');
fetchWithParts(fetchRules);

/** Milliseconds after the first cards, which need none of them, at which rules nobody needed yet are fetched. */
const FETCHED_AFTER = 1_000;

/** Teaches the board the rules of debates: soon, or with the first thing that is asked for. */
export function useLearnRules(store: BoardStore): void {
  useEffect(() => {
    let giveUp = () => {};
    const learn = () => {
      giveUp();
      unsubscribe();
      fetchRules().then(
        ({ RULES }) => store.learn(RULES),
        () => {
          giveUp = afterFirstCards(ASK_AGAIN_AFTER, learn);
        },
      );
    };
    const unsubscribe = store.subscribe(() => {
      if (store.state().replica.pending.length > 0) learn();
    });
    giveUp = afterFirstCards(FETCHED_AFTER, learn);
    return () => {
      giveUp();
      unsubscribe();
    };
  }, [store]);
}
