'use client';

import { createContext, useContext } from 'react';
import type { Relation, Target } from '../../domain/debate/links/link.ts';
import type { Listing, Reading, Search, ViewParts } from './view-store.ts';

/** What is being written in place: a new argument for or against something, or a claim's own wording. */
export type Writing =
  | { readonly kind: 'argument'; readonly target: Target; readonly relation: Relation }
  | { readonly kind: 'wording'; readonly claimId: string };

/** What one does to how one looks at the board: never shared, never stored on the server. */
export interface ViewActs {
  show(view: ViewParts['view']): void;
  select(target: Target | null): void;
  /** Shows what the keyboard moved to in the panel, if that is open: there is one place one is at. */
  selectFocused(target: Target): void;
  write(writing: Writing | null): void;
  /** Opens a claim on the map. Closes its siblings unless `beside` is set. */
  unfold(claimId: string, beside?: boolean): void;
  fold(claimId: string): void;
  /** Expands a long list on the map. */
  askForMore(parent: string): void;
  /** Resets the map to its front. */
  foldAll(): void;
  /** Shows or hides the overview. `claimId` is then kept visible on the map. */
  setOverview(overview: boolean, claimId?: string): void;
  /** Begins a search, goes on with it, or ends it. */
  seek(search: Search | null): void;
  /** Takes what a search finds, by what was asked. One may have typed on meanwhile: that stays. */
  foundBy(asked: string, found: ReadonlySet<string>): void;
  /** Looks at a branch alone, or at all again: the map dims the rest, the outline leaves it out. */
  lookAt(branch: string | null): void;
  /** Chooses these claims and no others. */
  choose(claimIds: Iterable<string>): void;
  toggleChosen(claimId: string): void;
  /** Opens or closes the console for running the debate. One tool is open at a time. */
  facilitate(open: boolean): void;
  /** Opens or closes what votes and links come to. */
  analyse(open: boolean): void;
  /** Opens a list beside the debate, or closes it. */
  list(listing: Listing | null): void;
  /** Opens the sources, or what one of them says; or closes them. */
  readSources(reading: Reading | null): void;
}

const ActsContext = createContext<ViewActs | null>(null);

export const ActsProvider = ActsContext.Provider;

/** The same acts for as long as the board is there: who only acts is not drawn again when the view changes. */
export function useViewActs(): ViewActs {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('useViewActs outside of a ViewProvider');
  return acts;
}
