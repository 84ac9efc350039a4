import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Milliseconds after which a part that could not be fetched is asked for again. */
const ASK_AGAIN_AFTER = 1_000;

const loads = new Set<() => Promise<unknown>>();

/**
 * A part of the page that is fetched when it is first shown, or before by `fetchParts`. While the server is away it is
 * asked for again and again: a part that fails would take the whole page with it, and what is not sent yet.
 */
export function lazyPart<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  loads.add(load);
  const untilItComes = (): Promise<{ default: ComponentType<Props> }> =>
    load().catch(() => new Promise((resolve) => setTimeout(() => resolve(untilItComes()), ASK_AGAIN_AFTER)));
  return lazy(untilItComes);
}

/** Fetches every part one has not met yet, one after the other, so that the page is whole when the server goes away. */
export async function fetchParts(): Promise<void> {
  // The set grows while it is walked: a part may bring parts of its own.
  for (const load of loads) await load().catch(() => {});
}

/** Fetches a part that is likely to be wanted soon. A failure is nobody's business yet. */
export function fetchAhead(load: () => Promise<unknown>): void {
  load().catch(() => {});
}
