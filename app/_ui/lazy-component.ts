import { type ComponentType, createElement, type ReactNode, useSyncExternalStore } from 'react';

/** Milliseconds after which a failed load is tried again. */
const ASK_AGAIN_AFTER = 1_000;

/** A component that is loaded once. */
interface Source {
  /** The component; `null` until it is loaded. */
  readonly part: () => ComponentType | null;
  readonly fetch: () => Promise<void>;
  /** Calls `arrived` when it is loaded, trying until it is. Returns an unsubscribe function. */
  readonly subscribe: (arrived: () => void) => () => void;
}

const fetches: (() => Promise<void>)[] = [];

/** A lazily loaded component, with a fallback until it is loaded. */
export type LazyPart<Props> = ComponentType<Props & { readonly fallback?: ReactNode }>;

/**
 * Creates a component that is loaded when it is first shown, or before by `fetchParts`. While the server is unreachable it is tried again
 * and again: a component that throws would take the whole page with it, and everything unsent. Not React's `lazy`, which delays for 0.3 s
 * what arrived a moment late.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPart<Props> {
  const source = sourceOf(load as () => Promise<{ default: ComponentType }>);
  fetches.push(source.fetch);
  return ({ fallback, ...props }) => createElement(PartOrFallback, { source, fallback, props });
}

/** Registers something that is not a component to be loaded with the parts: what is needed just when the server is unreachable. */
export function fetchWithParts(load: () => Promise<unknown>): void {
  fetches.push(async () => void (await load()));
}

/** Loads every part that has not been shown yet, one after the other, so that the page is complete when the server becomes unreachable. */
export async function fetchParts(): Promise<void> {
  // The list grows during the loop: a part may register further parts.
  for (const fetch of fetches) await fetch().catch(() => {});
}

/** Loads a part that will probably be needed soon. A failure doesn't matter yet. */
export function preloadComponent(load: () => Promise<unknown>): void {
  load().catch(() => {});
}

interface PartProps {
  readonly source: Source;
  readonly fallback: ReactNode;
  readonly props: object;
}

function PartOrFallback({ source, fallback, props }: PartProps): ReactNode {
  const Part = useSyncExternalStore(source.subscribe, source.part, () => null);
  return Part ? createElement(Part, props) : fallback;
}

function sourceOf(load: () => Promise<{ default: ComponentType }>): Source {
  let part: ComponentType | null = null;
  let fetching: Promise<void> | null = null;
  const waiting = new Set<() => void>();
  const fetchNow = async () => {
    part = (await load()).default;
    for (const arrived of waiting) arrived();
  };
  const fetch = () => {
    fetching ??= fetchNow().catch((error: unknown) => {
      fetching = null;
      throw error;
    });
    return fetching;
  };
  const untilItComes = () => {
    fetch().catch(() => setTimeout(untilItComes, ASK_AGAIN_AFTER));
  };
  return {
    part: () => part,
    fetch,
    subscribe: (arrived) => {
      waiting.add(arrived);
      if (part === null) untilItComes();
      return () => waiting.delete(arrived);
    },
  };
}
