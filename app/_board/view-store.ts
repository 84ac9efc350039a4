import type { Target } from '../../domain/debate/links/link.ts';
import type { Folds } from '../../domain/front/folds.ts';
import type { Trait } from '../../domain/search/search-wish.ts';
import type { Writing } from './view-state.tsx';

/** A participant, a position and a trait that what is looked for has; null: whichever. */
export interface SearchFilter {
  readonly author: string | null;
  readonly position: string | null;
  readonly trait: Trait | null;
}

/** What is looked for, and where one is among what was found. */
export interface Search {
  readonly query: string;
  /** What narrows it down; null: nothing does, and nothing was chosen. */
  readonly filter: SearchFilter | null;
  /** Ids of positions and claims, in reading order. */
  readonly found: ReadonlySet<string>;
  /** What that answers: see `askedBy`. */
  readonly answered: string;
  /** The one gone to last; null before the first, and where that is found no more. */
  readonly at: string | null;
  /** Where one had gone to what is found no more: what came after it. */
  readonly after: string | null;
  /** Counts the steps: going to the same one again is a step too. */
  readonly steps: number;
  /** A step that was asked for before it was known what is found: it is taken then. */
  readonly goes: 1 | -1 | null;
}

/** What one reads beside the debate: all sources, or the article of one, perhaps at a passage. */
export interface Reading {
  /** Null: all sources. */
  readonly sourceId: string | null;
  readonly passageId: string | null;
}

/** Lists beside the debate: what happened, or what is new to the viewer. */
export type Listing = 'history' | 'news';

/** How this one person looks at the board: never shared, never stored on the server. */
export interface ViewParts {
  readonly view: 'map' | 'outline';
  /** The claim, position or link in the panel. */
  readonly selected: Target | null;
  readonly writing: Writing | null;
  /** Claims the viewer opened and closed on the map. */
  readonly folds: Folds;
  /** Number of times the viewer expanded each list on the map, by parent id. */
  readonly asked: ReadonlyMap<string, number>;
  /** Claim that the map shows regardless of rank. */
  readonly held: string | null;
  /** `true` while the overview is shown. */
  readonly overview: boolean;
  /** What one looks for; null while one does not. */
  readonly search: Search | null;
  /** The claim or position whose branch one looks at alone; null: one looks at all. */
  readonly branch: string | null;
  /** Claims chosen together, to act on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** Whether scripts run; before that nothing is settled. */
  readonly settled: boolean;
  /** Whether the console for running the debate is open. */
  readonly facilitating: boolean;
  /** Whether what votes and links come to is open beside the debate. */
  readonly analysing: boolean;
  /** List that is open beside the debate. */
  readonly listing: Listing | null;
  /** What of the sources one reads; null: nothing. */
  readonly reading: Reading | null;
  /** Which was opened last: a tool beside the debate, or the panel. Where only one fits, the other waits behind it. */
  readonly front: 'tool' | 'panel';
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
    folds: new Map(),
    asked: new Map(),
    held: null,
    overview: false,
    search: null,
    branch: null,
    chosen: new Set(),
    settled: false,
    facilitating: false,
    analysing: false,
    listing: null,
    reading: null,
    front: 'panel',
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
