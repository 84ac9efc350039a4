'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { fetchWithParts } from '#app/_ui/lazy-component.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { afterFirstCards } from '../view/first-cards.ts';
import { StrengthCell } from './strength-cell.ts';

const StrengthContext = createContext(new StrengthCell());

const fetchCalculation = () => import('./follow-strengths.ts');
fetchWithParts(fetchCalculation);

/** Milliseconds after the first cards at which strengths are calculated: the texts come first. */
const FETCHED_AFTER = 1_200;
/** Milliseconds after which a failed load is tried again. */
const ASK_AGAIN_AFTER = 1_000;

/** Keeps the strengths of the debate calculated, from soon after the first cards. */
export function StrengthProvider({ children }: { children: ReactNode }) {
  const store = useBoardStore();
  const [cell] = useState(() => new StrengthCell());
  useEffect(() => {
    let stop: (() => void) | null = null;
    let giveUp = afterFirstCards(FETCHED_AFTER, begin);
    function begin() {
      fetchCalculation().then(
        ({ followStrengths }) => {
          if (stop === null) stop = followStrengths(store, cell);
        },
        () => {
          giveUp = afterFirstCards(ASK_AGAIN_AFTER, begin);
        },
      );
    }
    return () => {
      giveUp();
      stop?.();
      stop = () => {};
    };
  }, [store, cell]);
  return <StrengthContext value={cell}>{children}</StrengthContext>;
}

/** Returns the strength of a claim or position; undefined: not calculated yet, or not shown. */
export function useStrength(id: string): number | undefined {
  const cell = useContext(StrengthContext);
  const read = () => cell.of(id);
  return useSyncExternalStore(cell.subscribe, read, () => undefined);
}

/** Returns whether a claim or position counts in the strengths, shown or not. */
export function useCounts(id: string): boolean {
  const cell = useContext(StrengthContext);
  return useSyncExternalStore(
    cell.subscribe,
    () => cell.counts(id),
    () => false,
  );
}

/** Returns whether the strengths have been calculated. */
export function useIsCalculated(): boolean {
  const cell = useContext(StrengthContext);
  return useSyncExternalStore(
    cell.subscribe,
    () => cell.read() !== null,
    () => false,
  );
}

/** Returns all calculated strengths, for the explanation of a number. */
export function useStrengthCell(): StrengthCell {
  return useContext(StrengthContext);
}
