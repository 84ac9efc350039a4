import type { KeyboardEvent } from 'react';
import type { Folds } from './folds.ts';

/**
 * Walks the tree: up and down by line, into and out of arguments, to the ends; folds and unfolds. True where the key was
 * one of these.
 */
export function visitOutline(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  root: HTMLElement,
  item: HTMLElement,
  folds: Folds,
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

/** The lines under the same parent, the item itself among them. */
function beside(item: HTMLElement): HTMLElement[] {
  return [...(item.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-item]') ?? [])];
}

/** Its own line comes into view: a browser takes one with a long branch for seen when any of that is. */
function focus(item: HTMLElement | null | undefined): void {
  item?.focus({ preventScroll: true });
  item?.querySelector(':scope > [data-row]')?.scrollIntoView({ block: 'nearest' });
}
