import type { Target } from '../../domain/debate/state.ts';
import type { Writing } from './view-state.tsx';

/** The parts of a person's view that change. */
export interface ViewParts {
  readonly view: 'map' | 'outline';
  readonly selected: Target | null;
  readonly writing: Writing | null;
  readonly collapsed: ReadonlySet<string>;
}

/** Holds a person's view, so that a line of the outline renders again only when its own part changes. */
export interface ViewStore {
  read(): ViewParts;
  subscribe(listener: () => void): () => void;
  set(change: Partial<ViewParts>): void;
}

export function createViewStore(): ViewStore {
  let parts: ViewParts = { view: 'outline', selected: null, writing: null, collapsed: new Set() };
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
