import type { Target } from '../../domain/debate/state.ts';
import type { Writing } from './view-state.tsx';

/** What is looked for, and where one is among what was found. */
export interface Search {
  readonly query: string;
  /** Ids of positions and claims, in reading order. */
  readonly found: ReadonlySet<string>;
  /** The query that answers. */
  readonly answered: string;
  /** The one gone to last; null before the first. */
  readonly at: string | null;
  /** Counts the steps: going to the same one again is a step too. */
  readonly steps: number;
}

/** The parts of a person's view that change. */
export interface ViewParts {
  readonly view: 'map' | 'outline';
  readonly selected: Target | null;
  readonly writing: Writing | null;
  readonly collapsed: ReadonlySet<string>;
  readonly search: Search | null;
  readonly branch: string | null;
  /** Claims chosen together, to act on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** Server time up to which one knew the debate on coming; null before scripts run. */
  readonly since: number | null;
  /** Claims one has opened since. */
  readonly opened: ReadonlySet<string>;
  /** Whether the console for running the debate is open. */
  readonly facilitating: boolean;
}

/** Holds a person's view, so that a line of the outline renders again only when its own part changes. */
export interface ViewStore {
  read(): ViewParts;
  subscribe(listener: () => void): () => void;
  set(change: Partial<ViewParts>): void;
}

export function createViewStore(): ViewStore {
  let parts: ViewParts = {
    view: 'outline',
    selected: null,
    writing: null,
    collapsed: new Set(),
    search: null,
    branch: null,
    chosen: new Set(),
    since: null,
    opened: new Set(),
    facilitating: false,
  };
  const listeners = new Set<() => void>();
  return {
    read: () => parts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (change) => {
      parts = { ...parts, ...change };
      for (const listener of listeners) listener();
    },
  };
}
