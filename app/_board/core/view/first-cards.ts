import { useEffect } from 'react';

/*
 * Loads and does, after the first cards, everything they do not need. How soon they are ready depends on the machine and the network:
 * that moment is reported here, while a fixed delay after opening the page would only guess it.
 */
let areShown = false;
const waiting = new Set<() => void>();

/** Reports, from the view that draws them, that the page's first cards are ready. */
export function useReportFirstCards(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    areShown = true;
    for (const begin of waiting) begin();
    waiting.clear();
  }, [shown]);
}

/** Runs `act` so many milliseconds after the first cards, or from now on if they are ready. Returns a function that cancels it. */
export function afterFirstCards(milliseconds: number, act: () => void): () => void {
  let timer: number | undefined;
  const begin = () => {
    timer = window.setTimeout(act, milliseconds);
  };
  if (areShown) begin();
  else waiting.add(begin);
  return () => {
    waiting.delete(begin);
    window.clearTimeout(timer);
  };
}
