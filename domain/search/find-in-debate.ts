import { finish, type Steps } from '../collections/steps.ts';
import type { Comment } from '../debate/comments/comment.ts';
import { readOut } from '../debate/comments/mentions.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import { mergeGroup } from '../debate/map/merged.ts';
import type { Position } from '../debate/positions/position.ts';
import { walkInOrder } from '../layout/map-tree.ts';
import { foldText } from '../words/fold-text.ts';
import { isMistyped } from '../words/near-words.ts';
import { type Stemmer, splitWords, UNSTEMMED } from '../words/word-forms.ts';
import { claimCode, readClaimCode } from './claim-code.ts';
import { criteriaSteps, isNarrowed, NO_CRITERIA, type SearchCriteria } from './search-criteria.ts';

/** The results, best first, and the words of the query that were treated as mistyped. */
export interface Found {
  readonly ids: readonly string[];
  readonly mistyped: readonly string[];
  /** Score of the best result: to compare debates. */
  readonly best: number;
}

/** Options for matching words. */
export interface SearchMeans {
  readonly stemmer?: Stemmer;
  /** True if a word that is nowhere in the debate may be mistyped. */
  readonly allowsTypos?: boolean;
}

/**
 * Ids of the positions and claims that contain every word of a query, best first. A word is searched for in their text, in the titles of
 * the sources they cite and in their comments: as it is written, in another form, or as part of a word; a claim is also found by the code on
 * its printed card. A wish narrows it down further. Empty if nothing is searched for.
 */
export function findInDebate(
  state: DebateState,
  asked: string | SearchCriteria,
  means: SearchMeans = {},
): readonly string[] {
  return finish(findSteps(state, asked, means)).ids;
}

const NOTHING: Found = { ids: [], mistyped: [], best: 0 };

/** The same in small steps, for a debate of many claims: the page stays responsive while the user types. */
export function* findSteps(
  state: DebateState,
  asked: string | SearchCriteria,
  { stemmer = UNSTEMMED, allowsTypos = true }: SearchMeans = {},
): Steps<Found> {
  const wish = typeof asked === 'string' ? { ...NO_CRITERIA, words: asked } : asked;
  const sought = soughtBy(wish.words, stemmer);
  if (sought.length === 0 && !isNarrowed(wish)) return NOTHING;
  const passes = yield* criteriaSteps(state, wish);
  const found = yield* lookThrough(state, sought, stemmer, passes);
  const unknown = allowsTypos ? sought.filter(({ word }) => !found.known.has(word)) : [];
  if (found.hits.length > 0 || unknown.length === 0) return foundBy(found.hits, []);
  const near = sought.map((one) => (unknown.includes(one) ? { ...one, mistyped: new Map() } : one));
  const { hits } = yield* lookThrough(state, near, stemmer, passes);
  return foundBy(hits, hits.length > 0 ? unknown.map(({ word }) => word) : []);
}

function foundBy(hits: readonly Hit[], mistyped: readonly string[]): Found {
  // Equal results stay in reading order.
  const sorted = [...hits].sort((a, b) => b.score - a.score);
  return { ids: sorted.map(({ id }) => id), mistyped, best: sorted[0]?.score ?? 0 };
}

/** A word of a query. */
interface Sought {
  readonly word: string;
  /** The stem that its forms share; `null`: it isn't one word. */
  readonly stem: string | null;
  /** The code that it is; `null`: none. */
  readonly code: string | null;
  /** For a word that may be mistyped: whether words of the debate are similar to it, as far as known; otherwise `null`. */
  readonly mistyped: Map<string, boolean> | null;
}

function soughtBy(query: string, stemmer: Stemmer): Sought[] {
  return query.split(/\s+/u).flatMap((asked) => {
    const word = foldText(asked);
    const [only, more] = splitWords(asked);
    const stem = only === undefined || more !== undefined ? null : stemmer(only);
    return word === '' ? [] : [{ word, stem, code: readClaimCode(asked), mistyped: null }];
  });
}

interface Hit {
  readonly id: string;
  readonly score: number;
}

/** The results, and the words that are anywhere in the debate. */
function* lookThrough(
  state: DebateState,
  sought: readonly Sought[],
  stemmer: Stemmer,
  passes: (id: string) => boolean,
): Steps<{ readonly hits: readonly Hit[]; readonly known: ReadonlySet<string> }> {
  const hits: Hit[] = [];
  const known = new Set<string>();
  for (const id of inOrder(state)) {
    const fits = yield* fitSteps(state, id, sought, stemmer);
    for (const [at, { word }] of sought.entries()) if (fits[at]) known.add(word);
    if (fits.every((fit) => fit > 0) && passes(id))
      hits.push({ id, score: fits.reduce((sum, fit) => sum + fit, 0) });
    yield;
  }
  return { hits, known };
}

/** Number of characters compared in one step. */
const A_STEP = 10_000;

/** How well each word matches a position or claim: as well as the text of it, or beside it, that it matches best. */
function* fitSteps(
  state: DebateState,
  id: string,
  sought: readonly Sought[],
  stemmer: Stemmer,
): Steps<readonly number[]> {
  const best: number[] = [];
  for (const one of sought) {
    best.push(codeFit(state, id, one));
    if (one.code !== null) yield;
  }
  if (sought.length === 0) return best;
  let compared = 0;
  for (const text of textsOf(state, id, stemmer))
    for (const [at, one] of sought.entries()) {
      best[at] = Math.max(best[at] ?? 0, fitIn(text, one));
      compared += text.folded.length;
      if (compared < A_STEP) continue;
      compared = 0;
      yield;
    }
  return best;
}

/** How well a text matches a word: by the word itself, another form of it, a part of a word, or a similar word. */
const FIT = { word: 4, form: 3, part: 2, near: 1, own: 4 } as const;

function fitIn({ folded, stems, isOwn }: SearchedText, { word, stem, mistyped }: Sought): number {
  const fit = wordFit(folded, word);
  const form = fit < FIT.form && stem !== null && stems.includes(` ${stem} `) ? FIT.form : fit;
  const best = form > 0 || mistyped === null ? form : nearFit(folded, word, mistyped);
  return best > 0 && isOwn ? best + FIT.own : best;
}

/** The claims merged into one are found there by their codes. */
function codeFit(state: DebateState, id: string, { code }: Sought): number {
  if (code === null || !state.claims.has(id)) return 0;
  return mergeGroup(state, id).some((claimId) => claimCode(claimId) === code) ? FIT.word + FIT.own : 0;
}

function wordFit(text: string, word: string): number {
  let fit = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    fit = FIT.part;
    if (!isLetterAt(text, at - 1) && !isLetterAt(text, at + word.length)) return FIT.word;
  }
  return fit;
}

function isLetterAt(text: string, at: number): boolean {
  const unit = text[at];
  return unit !== undefined && /[\p{L}\p{N}\p{M}\ud800-\udfff]/u.test(unit);
}

function nearFit(text: string, word: string, known: Map<string, boolean>): number {
  for (const other of splitWords(text)) {
    const isNear = known.get(other) ?? isMistyped(word, other);
    known.set(other, isNear);
    if (isNear) return FIT.near;
  }
  return 0;
}

/** Places in reading order, by state: computing them takes longer than searching their words. */
const orders = new WeakMap<DebateState, readonly string[]>();

function* inOrder(state: DebateState): Iterable<string> {
  const known = orders.get(state);
  if (known) return yield* known;
  const order: string[] = [];
  for (const id of walkInOrder(state)) {
    order.push(id);
    yield id;
  }
  orders.set(state, order);
}

/** The words of a query, folded like texts, each once. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(foldText(query).split(' ').filter(Boolean))];
}

/** True if a word of a text matches one of a query, also in another form or mistyped. */
export function formsOf(
  query: string,
  stemmer: Stemmer,
  mistyped: readonly string[],
): (word: string) => boolean {
  const stems = new Set(soughtBy(query, stemmer).map(({ stem }) => stem));
  return (word) => stems.has(stemmer(word)) || mistyped.some((other) => isMistyped(other, foldText(word)));
}

/** A text prepared for searching. */
interface SearchedText {
  readonly folded: string;
  /** The stems of its words, with a space before and behind each; empty without a stemmer. */
  readonly stems: string;
  /** True for the text of the claim or position itself; false for related texts. */
  readonly isOwn: boolean;
}

function* textsOf(state: DebateState, id: string, stemmer: Stemmer): Iterable<SearchedText> {
  const position = state.positions.get(id);
  if (position) yield searched(position, textOfPosition, stemmer, true);
  // A match in a merged claim counts for the claim it was merged into.
  for (const claimId of position ? [] : mergeGroup(state, id)) {
    const claim = state.claims.get(claimId);
    if (claim) yield searched(claim, textOfClaim, stemmer, true);
    for (const sourceId of claim?.sources ?? []) {
      const source = state.sources.get(sourceId);
      if (source) yield searched(source, ({ title }) => title, stemmer, false);
    }
    if (claim) yield* commentsBeside(state, claim.parentLink, stemmer);
    yield* commentsBeside(state, claimId, stemmer);
  }
  if (position) yield* commentsBeside(state, id, stemmer);
}

function* commentsBeside(state: DebateState, place: string, stemmer: Stemmer): Iterable<SearchedText> {
  for (const commentId of state.commentsOn.get(place) ?? []) {
    const comment = state.comments.get(commentId);
    if (comment && !comment.withdrawn) yield searched(comment, textOfComment, stemmer, false);
  }
}

function textOfPosition({ name, summary }: Position): string {
  return `${name} ${summary}`;
}

function textOfClaim({ text }: Claim): string {
  return text;
}

/** Without mentions: their ids are not words. */
function textOfComment({ text }: Comment): string {
  return readOut(text, { person: () => ' ', claim: () => ' ' });
}

/** Records are replaced when they change: data computed from one stays valid as long as it exists. */
const known = new WeakMap<object, SearchedText & { readonly stemmer: Stemmer }>();

function searched<R extends object>(
  record: R,
  textOf: (record: R) => string,
  stemmer: Stemmer,
  isOwn: boolean,
): SearchedText {
  const before = known.get(record);
  if (before?.stemmer === stemmer) return before;
  const text = textOf(record);
  const stems = stemmer === UNSTEMMED ? '' : ` ${splitWords(text).map(stemmer).join(' ')} `;
  const now = { folded: before?.folded ?? foldText(text), stems, isOwn, stemmer };
  known.set(record, now);
  return now;
}
