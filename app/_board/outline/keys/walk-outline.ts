import type { KeyboardEvent } from 'react';
import type { OutlineFolds } from '../folds/outline-folds.ts';

/**
 * Handles keys that move through the tree: up and down by line, into and out of arguments, to the ends; fold and unfold. Returns true if
 * the key was one of these.
 */
export function visitOutline(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  root: HTMLElement,
  item: HTMLElement,
  folds: OutlineFolds,
): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  const items = () => [...root.querySelectorAll<HTMLElement>('[data-item]')];
  const rightToLeft = getComputedStyle(root).direction === 'rtl';
  const expanded = item.getAttribute('aria-expanded');
  switch (key) {
    case 'ArrowDown':
      focus(items()[items().indexOf(item) + 1]);
      return true;
    case 'ArrowUp':
      focus(items()[items().indexOf(item) - 1]);
      return true;
    case 'Home':
      focus(items()[0]);
      return true;
    case 'End':
      focus(items().at(-1));
      return true;
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
      if (expanded === 'false') folds.toggle(item.id);
      else focus(item.querySelector<HTMLElement>('[data-item]'));
      return true;
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      if (expanded === 'true') folds.toggle(item.id);
      else focus(item.parentElement?.closest<HTMLElement>('[data-item]'));
      return true;
    case ' ':
      if (expanded !== null) folds.toggle(item.id);
      return expanded !== null;
    case '*':
      folds.unfold(beside(item).map(({ id }) => id));
      return true;
    default:
      return false;
  }
}

/** Returns the lines with the same parent, including the item itself. */
function beside(item: HTMLElement): HTMLElement[] {
  return [...(item.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-item]') ?? [])];
}

/** Scrolls to the item's own row: a browser treats an item with a long branch as visible when any part of it is. */
function focus(item: HTMLElement | null | undefined): void {
  item?.focus({ preventScroll: true });
  item?.querySelector(':scope > [data-row]')?.scrollIntoView({ block: 'nearest' });
}
