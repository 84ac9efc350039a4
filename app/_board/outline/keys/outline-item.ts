import type { Target } from '#domain/debate/map/link.ts';

/** Returns the line of the outline that contains an element. */
export function itemAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
}

/** Returns what a line of the outline represents. */
export function targetOfItem(item: HTMLElement): Target | null {
  const { item: kind } = item.dataset;
  return kind === 'claim' || kind === 'position' ? { kind, id: item.id } : null;
}
