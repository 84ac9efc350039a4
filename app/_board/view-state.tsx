'use client';

import { createContext, useContext } from 'react';
import type { Relation, Target } from '../../domain/debate/state.ts';
import type { Search } from './view-store.ts';

/** What is being written in place: a new argument for or against something, or a claim's own wording. */
export type Writing =
  | { readonly kind: 'argument'; readonly target: Target; readonly relation: Relation }
  | { readonly kind: 'wording'; readonly claimId: string };

/** How this one person looks at the board: never shared, never stored on the server. */
export interface ViewState {
  readonly view: 'map' | 'outline';
  /** The claim, position or link in the panel. */
  readonly selected: Target | null;
  readonly writing: Writing | null;
  /** Claims whose arguments are folded away. */
  readonly collapsed: ReadonlySet<string>;
  /** What one looks for; null while one does not. */
  readonly search: Search | null;
  /** The claim or position whose branch one looks at alone; null: one looks at all. */
  readonly branch: string | null;
  /** Claims chosen together, to act on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** Server time up to which one knew the debate on coming; null before scripts run: nothing is settled then. */
  readonly since: number | null;
  /** Claims one has opened since. */
  readonly opened: ReadonlySet<string>;
  /** Whether the console for running the debate is open. */
  readonly facilitating: boolean;
  show(view: 'map' | 'outline'): void;
  select(target: Target | null): void;
  write(writing: Writing | null): void;
  toggleCollapsed(claimId: string): void;
  /** Begins a search, goes on with it, or ends it. */
  seek(search: Search | null): void;
  /** Takes what a query finds. One may have typed on meanwhile: that stays. */
  foundBy(query: string, found: ReadonlySet<string>): void;
  /** Looks at a branch alone, or at all again: the map dims the rest, the outline leaves it out. */
  lookAt(branch: string | null): void;
  /** Chooses these claims and no others. */
  choose(claimIds: Iterable<string>): void;
  toggleChosen(claimId: string): void;
  /** Opens or closes the console for running the debate. */
  facilitate(open: boolean): void;
}

const ViewContext = createContext<ViewState | null>(null);

export const ViewProvider = ViewContext.Provider;

export function useView(): ViewState {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('useView outside of a ViewProvider');
  return view;
}
