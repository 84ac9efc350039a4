import type { KeyboardEvent } from 'react';
import type { Target } from '../../../domain/debate/state.ts';

/** What an item of the outline stands for. */
export function targetOfItem(item: HTMLElement): Target | null {
  const { item: kind } = item.dataset;
  return kind === 'claim' || kind === 'position' ? { kind, id: item.id } : null;
}

/** Walks the tree: up and down by line, into and out of arguments, to the ends. True where the key was one of these. */
export function walk(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  root: HTMLElement,
  item: HTMLElement,
  toggle: (id: string) => void,
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
      if (expanded === 'false') toggle(item.id);
      else focus(item.querySelector<HTMLElement>('[data-item]'));
      return true;
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      if (expanded === 'true' && item.dataset.item === 'claim') toggle(item.id);
      else focus(item.parentElement?.closest<HTMLElement>('[data-item]'));
      return true;
    default:
      return false;
  }
}

function focus(item: HTMLElement | null | undefined): void {
  item?.focus();
}
