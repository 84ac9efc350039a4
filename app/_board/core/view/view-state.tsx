'use client';

import { createContext, useContext } from 'react';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import type { GuidedScope, OpenSource, Search, SideList, ViewParts } from './view-store.ts';

/** The text being written in place: a new argument, or a claim's own wording. */
export type WritingTarget =
  | { readonly kind: 'argument'; readonly target: Target; readonly relation: Relation }
  | { readonly kind: 'wording'; readonly claimId: string };

/** Actions on the viewer's own view of the board: never shared, never stored on the server. */
export interface ViewActs {
  show(view: ViewParts['view']): void;
  /** With the id of a comment there, that one is shown too, however early it is; other ids do nothing. */
  select(target: Target | null, commentId?: string): void;
  /** Shows the item that the keyboard moved to in the panel, if that is open: there is one current item. */
  selectFocused(target: Target): void;
  write(writing: WritingTarget | null): void;
  /** Opens a claim on the map. Closes its siblings unless `beside` is set. */
  unfold(claimId: string, beside?: boolean): void;
  fold(claimId: string): void;
  /** Expands a long list on the map. */
  askForMore(parent: string): void;
  /** Resets the map to its front. */
  foldAll(): void;
  /** Shows or hides the overview. `claimId` is then kept visible on the map. */
  setOverview(overview: boolean, claimId?: string): void;
  /** Starts, changes, or ends a search. */
  seek(search: Search | null): void;
  /** Sets the results of a search, by its query. If the viewer has typed since, that stays. */
  foundBy(asked: string, found: ReadonlySet<string>): void;
  /** Shows only a branch, or everything again: the map dims the rest, the outline leaves it out. */
  lookAt(branch: string | null): void;
  /** Selects these claims and no others. */
  choose(claimIds: Iterable<string>): void;
  toggleChosen(claimId: string): void;
  /** Opens or closes the facilitator's console. One tool is open at a time. */
  facilitate(open: boolean): void;
  /** Makes the spotlight follow the selection, or leaves it where it is. */
  lead(leading: boolean): void;
  /** Opens or closes the analysis. */
  analyse(open: boolean): void;
  /** Opens a list beside the debate, or closes it. */
  list(listing: SideList | null): void;
  /** Opens the sources, or one of them; or closes them. */
  readSources(reading: OpenSource | null): void;
  /** Shows the debate as a perspective has it, by its name; or as everyone does. */
  seeAs(perspective: string | null): void;
  /** Opens guided voting, or ends it. */
  guide(guided: GuidedScope | null): void;
  /** Opens guided voting on all that the board shows, the whole debate or one branch; or ends it. */
  toggleGuided(): void;
}

const ActsContext = createContext<ViewActs | null>(null);

export const ActsProvider = ActsContext.Provider;

/**
 * Returns the view's actions, the same object for as long as the board exists: a component that only acts doesn't render again when the
 * view changes.
 */
export function useViewActs(): ViewActs {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('useViewActs outside of a ViewProvider');
  return acts;
}
