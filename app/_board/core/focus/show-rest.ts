import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

const CONTROLS = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled])';

/** Shows more of a list by `show`, and gives the focus to the first line that it adds: the pressed button is gone then, or further below. */
export function showRest(list: RefObject<HTMLElement | null>, show: () => void): void {
  const listed = new Set(list.current?.children);
  flushSync(show);
  const first = [...(list.current?.children ?? [])].find((line) => !listed.has(line));
  const taker = first?.querySelector<HTMLElement>(CONTROLS) ?? first;
  if (taker instanceof HTMLElement) taker.focus();
}
