'use client';

import { useCallback, useMemo } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import {
  type CitedPassage,
  citedPassages,
  claimsCiting,
  type LibraryEntry,
  libraryOf,
  unsourcedClaims,
} from '#domain/evidence/library.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Returns something derived from the debate, calculated again only when its inputs change. */
function useOf<T>(make: (state: DebateState) => T): T {
  const store = useBoardStore();
  const claims = useBoard(({ replica }) => replica.view.claims);
  const sources = useBoard(({ replica }) => replica.view.sources);
  const articles = useBoard(({ replica }) => replica.view.articles);
  const citations = useBoard(({ replica }) => replica.view.citations);
  const merges = useBoard(({ replica }) => replica.view.merges);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is made of; the rest of a state changes with every vote.
  return useMemo(
    () => make(store.state().replica.view),
    [store, make, claims, sources, articles, citations, merges],
  );
}

/** Returns the debate's sources with the claims that cite them. */
export function useLibrary(): readonly LibraryEntry[] {
  return useOf(libraryOf);
}

/** Returns the claims that cite a source. */
export function useClaimsCiting(sourceId: string): readonly Claim[] {
  const make = useCallback((state: DebateState) => claimsCiting(state, sourceId), [sourceId]);
  return useOf(make);
}

/** Returns the claims that cite nothing. */
export function useUnsourced(): readonly Claim[] {
  return useOf(unsourcedClaims);
}

/** Returns the cited passages of a source: the same list until a passage, its place or its claim’s text changes. */
export function useCitedPassages(sourceId: string): readonly CitedPassage[] {
  const make = useMemo(() => {
    let last: readonly CitedPassage[] = [];
    return (state: DebateState) => {
      const cited = citedPassages(state, sourceId);
      if (!areSame(last, cited)) last = cited;
      return last;
    };
  }, [sourceId]);
  return useOf(make);
}

function areSame(before: readonly CitedPassage[], now: readonly CitedPassage[]): boolean {
  return before.length === now.length && now.every((cited, index) => isSame(before[index], cited));
}

/** A vote makes another record of a claim, of which an article shows the text and the color alone. */
function isSame(before: CitedPassage | undefined, { claim, passage, place }: CitedPassage): boolean {
  return (
    before?.passage === passage &&
    before.place === place &&
    before.claim.id === claim.id &&
    before.claim.text === claim.text &&
    before.claim.positionId === claim.positionId
  );
}
