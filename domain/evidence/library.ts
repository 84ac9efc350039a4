import { addTo } from '../collections/group-by.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { sourcesOf } from '../debate/lineage/merged-contents.ts';
import type { Claim } from '../debate/map/claim.ts';
import { resolveMerge } from '../debate/map/merged.ts';
import { findPassage } from '../debate/sources/passage-place.ts';
import { SearchedText, type TextRange } from '../debate/sources/searched-text.ts';
import type { Passage, Source } from '../debate/sources/source.ts';

/** A passage with the claim that cites it, and its current place; `null`: it is lost. */
export interface CitedPassage {
  readonly claim: Claim;
  readonly passage: Passage;
  readonly place: TextRange | null;
}

/** A passage that a visible claim cites. */
type StandingPassage = Omit<CitedPassage, 'place'>;

/** A source of a debate, and the claims that cite it. */
export interface LibraryEntry {
  readonly source: Source;
  /** Visible claims that cite it, in the order in which they were added. */
  readonly claims: readonly Claim[];
  /** True if the text of its article is available. */
  readonly hasArticle: boolean;
  readonly passages: number;
  /** Those that the article no longer contains. */
  readonly lost: number;
}

/** The passages of a source that visible claims cite: those found, in the order of the text, then those that are lost. */
export function citedPassages(state: DebateState, sourceId: string): readonly CitedPassage[] {
  return placed(state, sourceId, standingPassages(state).get(sourceId) ?? []);
}

/** Passages that visible claims cite, by source. */
function standingPassages(state: DebateState): ReadonlyMap<string, readonly StandingPassage[]> {
  const bySource = new Map<string, StandingPassage[]>();
  for (const { id, passages } of state.citations.values()) {
    const claim = state.claims.get(resolveMerge(state, id));
    if (!claim || claim.retracted) continue;
    for (const passage of passages) {
      const ofSource = bySource.get(passage.sourceId);
      if (ofSource) ofSource.push({ claim, passage });
      else bySource.set(passage.sourceId, [{ claim, passage }]);
    }
  }
  return bySource;
}

/** Passages of a source with their places in its current article, in the order of the text. */
function placed(
  state: DebateState,
  sourceId: string,
  passages: readonly StandingPassage[],
): readonly CitedPassage[] {
  const article = new SearchedText(articleIn(state, sourceId));
  return passages
    .map(({ claim, passage }): CitedPassage => ({ claim, passage, place: placeIn(article, passage) }))
    .sort((a, b) => startOf(a) - startOf(b) || a.claim.at - b.claim.at);
}

/** All sources, the most cited first, then by title. */
export function libraryOf(state: DebateState): readonly LibraryEntry[] {
  const citing = citingClaims(state);
  const cited = standingPassages(state);
  const entries = [...state.sources.values()].map((source): LibraryEntry => {
    const passages = placed(state, source.id, cited.get(source.id) ?? []);
    return {
      source,
      claims: citing.get(source.id) ?? [],
      hasArticle: articleIn(state, source.id) !== '',
      passages: passages.length,
      lost: passages.filter(({ place }) => place === null).length,
    };
  });
  return entries.sort(
    (a, b) => b.claims.length - a.claims.length || a.source.title.localeCompare(b.source.title),
  );
}

/** Visible claims that cite a source, in the order in which they were added. */
export function claimsCiting(state: DebateState, sourceId: string): readonly Claim[] {
  return standingClaims(state).filter((claim) => sourcesOf(state, claim).includes(sourceId));
}

/** Visible claims by the sources that they cite. */
function citingClaims(state: DebateState): ReadonlyMap<string, readonly Claim[]> {
  const citing = new Map<string, Claim[]>();
  for (const claim of standingClaims(state)) {
    for (const id of sourcesOf(state, claim)) addTo(citing, id, claim);
  }
  return citing;
}

/** A work and its entries: pages, paragraphs, chapters. */
export interface Work {
  /** Never empty; ordered by their places in the work. */
  readonly entries: readonly LibraryEntry[];
  /** Number of visible claims that cite any of them. */
  readonly citedBy: number;
}

/** The library by works: entries with the same title and address are parts of one work. The most cited comes first. */
export function worksOf(library: readonly LibraryEntry[]): readonly Work[] {
  const works = new Map<string, LibraryEntry[]>();
  for (const entry of library) {
    const key = workOf(entry.source);
    const work = works.get(key);
    if (work) work.push(entry);
    else works.set(key, [entry]);
  }
  return [...works.values()]
    .map(
      (entries): Work => ({
        entries: entries.sort((a, b) =>
          a.source.locator.localeCompare(b.source.locator, 'en', { numeric: true }),
        ),
        citedBy: new Set(entries.flatMap(({ claims }) => claims)).size,
      }),
    )
    .sort((a, b) => b.citedBy - a.citedBy);
}

/** The same for all sources of one work: its title and address. */
export function workOf({ title, url }: Pick<Source, 'title' | 'url'>): string {
  return `${title.trim().toLowerCase()}\n${url.trim()}`;
}

/** Visible claims that cite no source, in the order in which they were added. */
export function unsourcedClaims(state: DebateState): readonly Claim[] {
  return standingClaims(state).filter((claim) => sourcesOf(state, claim).length === 0);
}

function standingClaims(state: DebateState): Claim[] {
  const standing = [...state.claims.values()].filter(
    (claim) => !claim.retracted && !state.merges.has(claim.id),
  );
  return standing.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function articleIn({ articles }: Pick<DebateState, 'articles'>, sourceId: string): string {
  return articles.get(sourceId)?.text ?? '';
}

function startOf({ place }: CitedPassage): number {
  return place?.start ?? Number.POSITIVE_INFINITY;
}

/** Where each passage was last found, and in which text: all passages of an article are looked up at every change of the debate. */
const found = new WeakMap<Passage, { readonly text: string; readonly place: TextRange | null }>();

function placeIn(article: SearchedText, passage: Passage): TextRange | null {
  const { text } = article;
  const known = found.get(passage);
  if (known?.text === text) return known.place;
  const place = findPassage(article, passage);
  found.set(passage, { text, place });
  return place;
}
