'use client';

import { useEffect } from 'react';
import { lastFocused } from '../_ui/catch-focus.ts';

/** Keys of the views that hold for one item. Not those that take away, nor Space: for these the focus must be seen on it. */
const FOR_ITEM = new Set([
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'],
  ...['s', 'a', 'c', 'e', 'f', 'x', '1', '2', '3'],
]);
/** Keys of the map as a whole, and of all that is chosen: the focus stays where it is. */
const FOR_MAP = new Set(['0', '+', '=', '-', 'z']);
/** What moves about, or scrolls where one reads. */
const MOVES = /^(Arrow|Home|End)/;

/** Where keys are meant for what has the focus. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], form, search, [role="menu"], [role="dialog"], [role="listbox"]';

/**
 * Keys pressed while the focus is on nothing, or on a button, are meant for the claim that had it last or is selected, else
 * for the one that Tab reaches: it gets them, and the focus where the key is about it.
 */
export function useStrayKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (!(target instanceof HTMLElement) || !isStray(target, key)) return;
      const item = target.closest<HTMLElement>('[role="treeitem"]') ?? lastFocused();
      if (!item || item.closest('[inert]') || hand(event, item)) return;
      event.preventDefault();
      if (!FOR_MAP.has(key) && document.activeElement === target) item.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isStray(target: HTMLElement, key: string): boolean {
  if (!FOR_ITEM.has(key) && !FOR_MAP.has(key)) return false;
  if (target.matches('[role="treeitem"]') || target.closest(OWN_KEYS)) return false;
  // Overlays handle their own keys.
  if (target.closest('[data-scrolls]')) return false;
  if (key === 'Enter') return target === document.body;
  return !(MOVES.test(key) && target.closest('aside, [aria-haspopup], [role="tablist"]'));
}

/** Gives the item the same key; false where it was one of its own. */
function hand({ key, code, shiftKey, repeat }: KeyboardEvent, item: HTMLElement): boolean {
  const handed = new KeyboardEvent('keydown', {
    key,
    code,
    shiftKey,
    repeat,
    bubbles: true,
    cancelable: true,
  });
  return item.dispatchEvent(handed);
}
