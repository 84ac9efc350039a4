import { type ComponentType, createElement, type ReactNode, useSyncExternalStore } from 'react';

/** Milliseconds after which a part that could not be fetched is asked for again. */
const ASK_AGAIN_AFTER = 1_000;

/** A part that is fetched once. */
interface Source {
  /** The part; null until it is there. */
  readonly part: () => ComponentType | null;
  readonly fetch: () => Promise<void>;
  /** Calls when it is there, asking for it until it is; the answer ends that. */
  readonly subscribe: (arrived: () => void) => () => void;
}

const fetches: (() => Promise<void>)[] = [];

/** A part of the page, and what stands in its place until it is there. */
export type LazyPart<Props> = ComponentType<Props & { readonly meanwhile?: ReactNode }>;

/**
 * A part of the page that is fetched when it is first shown, or before by `fetchParts`. While the server is away it is
 * asked for again and again: a part that fails would take the whole page with it, and what is not sent yet. Not React's
 * `lazy`: that holds back for 0.3 s what came a moment late.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPart<Props> {
  const source = sourceOf(load as () => Promise<{ default: ComponentType }>);
  fetches.push(source.fetch);
  return ({ meanwhile, ...props }) => createElement(PartOrMeanwhile, { source, meanwhile, props });
}

/** Has something that is no part of the page fetched with the parts: what is needed just when the server is away. */
export function fetchWithParts(load: () => Promise<unknown>): void {
  fetches.push(async () => void (await load()));
}

/** Fetches every part one has not met yet, one after the other, so that the page is whole when the server goes away. */
export async function fetchParts(): Promise<void> {
  // The list grows while it is walked: a part may bring parts of its own.
  for (const fetch of fetches) await fetch().catch(() => {});
}

/** Fetches a part that is likely to be wanted soon. A failure is nobody's business yet. */
export function preloadComponent(load: () => Promise<unknown>): void {
  load().catch(() => {});
}

interface PartProps {
  readonly source: Source;
  readonly meanwhile: ReactNode;
  readonly props: object;
}

function PartOrMeanwhile({ source, meanwhile, props }: PartProps): ReactNode {
  const Part = useSyncExternalStore(source.subscribe, source.part, () => null);
  return Part ? createElement(Part, props) : meanwhile;
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
