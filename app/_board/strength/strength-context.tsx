'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { fetchWithParts } from '../../_ui/lazy-component.ts';
import { afterFirstCards } from '../first-cards.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { StrengthCell } from './strength-cell.ts';

const StrengthContext = createContext(new StrengthCell());

const fetchCalculation = () => import('./follow-strengths.ts');
fetchWithParts(fetchCalculation);

/** Milliseconds after the first cards at which strengths are reckoned: what is written comes first. */
const FETCHED_AFTER = 1_200;
/** Milliseconds after which what could not be fetched is asked for again. */
const ASK_AGAIN_AFTER = 1_000;

/** Has the strengths of the debate reckoned, from soon after the first cards on. */
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

/** The strength of a claim or position; undefined: not calculated yet, or not shown. */
export function useStrength(id: string): number | undefined {
  const cell = useContext(StrengthContext);
  const read = () => cell.of(id);
  return useSyncExternalStore(cell.subscribe, read, () => undefined);
}

/** Does a claim or position count in the strengths, shown or not? */
export function useCounts(id: string): boolean {
  const cell = useContext(StrengthContext);
  return useSyncExternalStore(
    cell.subscribe,
    () => cell.counts(id),
    () => false,
  );
}

/** Are the strengths known by now? */
export function useIsCalculated(): boolean {
  const cell = useContext(StrengthContext);
  return useSyncExternalStore(
    cell.subscribe,
    () => cell.read() !== null,
    () => false,
  );
}

/** All that was reckoned, for what explains a number. */
export function useStrengthCell(): StrengthCell {
  return useContext(StrengthContext);
}
