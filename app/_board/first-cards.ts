import { useEffect } from 'react';

/*
 * What the first cards do not need is fetched and done after them. They come as fast as the machine and the network are: that is
 * told here, where a time since the page was opened would only guess it.
 */
let areShown = false;
const waiting = new Set<() => void>();

/** Tells, where a view draws them, that the first cards of the page are there. */
export function useReportFirstCards(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    areShown = true;
    for (const begin of waiting) begin();
    waiting.clear();
  }, [shown]);
}

/** Acts so many milliseconds after the first cards, or from now on where they are there; the answer gives it up. */
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
