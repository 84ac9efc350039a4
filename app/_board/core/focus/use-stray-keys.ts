'use client';

import { useEffect } from 'react';
import { lastFocused } from '#app/_ui/focus/catch-focus.ts';
import { isComposing } from '#app/_ui/is-composing.ts';
import { isTurnedOff } from '../keys/letter-keys.ts';

/** Keys of the views for one item. Not those that delete, nor Space: for these the focus must be visible on the item. */
const FOR_ITEM = new Set([
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'],
  ...['s', 'a', 'w', 'c', 'e', 'f', 'x', '1', '2', '3'],
]);
/** Keys for the whole map, and for everything selected: the focus stays where it is. */
const FOR_MAP = new Set(['0', '+', '=', '-', 'z']);
/** Keys that move the focus, or scroll while reading. */
const MOVES = /^(Arrow|Home|End)/;

/** Elements that handle keys themselves. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], form, search, [role="menu"], [role="dialog"], [role="listbox"]';

/**
 * Handles keys pressed while the focus is on nothing, or on a button: they are meant for the claim that last had it or is selected,
 * otherwise for the one in the tab order. It gets the key, and the focus if the key concerns it.
 */
export function useStrayKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey)
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
  if ((!FOR_ITEM.has(key) && !FOR_MAP.has(key)) || isTurnedOff(key)) return false;
  if (target.matches('[role="treeitem"]') || target.closest(OWN_KEYS)) return false;
  // Overlays handle their own keys.
  if (target.closest('[data-scrolls]')) return false;
  if (key === 'Enter') return target === document.body;
  return !(MOVES.test(key) && target.closest('aside, [aria-haspopup], [role="tablist"]'));
}

/** Dispatches the same key to the item; returns false if it was not one of its keys. */
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
