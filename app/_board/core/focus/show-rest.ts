import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Shows the rest of a list by `show`, and gives the focus to the first line that it adds: the pressed button is gone then. */
export function showRest(list: RefObject<HTMLElement | null>, show: () => void): void {
  const listed = list.current?.children.length ?? 0;
  flushSync(show);
  const first = list.current?.children[listed];
  const taker = first?.querySelector<HTMLElement>('a[href], button') ?? first;
  if (taker instanceof HTMLElement) taker.focus();
}
