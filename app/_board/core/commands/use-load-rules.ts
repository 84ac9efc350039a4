'use client';

import { useEffect } from 'react';
import { fetchWithParts } from '#app/_ui/lazy-component.ts';
import type { BoardStore } from '../store/board-store.ts';
import { afterFirstCards } from '../view/first-cards.ts';

/** Milliseconds after which a failed load of the rules is tried again. */
const ASK_AGAIN_AFTER = 1_000;

const fetchRules = () => import('#domain/sync/rules.ts');
fetchWithParts(fetchRules);

/** Milliseconds after the first cards, which need no rules, at which the rules are loaded if nothing needed them yet. */
const FETCHED_AFTER = 1_000;

/** Loads the rules of debates into the board: soon, or with the first submitted operation. */
export function useLoadRules(store: BoardStore): void {
  useEffect(() => {
    let giveUp = () => {};
    const learn = () => {
      giveUp();
      unsubscribe();
      fetchRules().then(
        ({ RULES }) => store.enableRules(RULES),
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
