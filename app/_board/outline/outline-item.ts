import type { Target } from '../../../domain/debate/links/link.ts';

/** The line of the outline something is part of. */
export function itemAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
}

/** What a line of the outline stands for. */
export function targetOfItem(item: HTMLElement): Target | null {
  const { item: kind } = item.dataset;
  return kind === 'claim' || kind === 'position' ? { kind, id: item.id } : null;
}
