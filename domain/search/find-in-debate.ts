import { standingAs } from '../debate/merged.ts';
import type { Claim } from '../debate/records/claim.ts';
import type { Position } from '../debate/records/position.ts';
import type { DebateState } from '../debate/state.ts';
import { finish, type Steps } from '../debate/steps.ts';
import { walkInOrder } from '../layout/map-tree.ts';
import { foldText } from './fold-text.ts';
import { fitsWish, isNarrowed, NO_WISH, type SearchWish } from './search-wish.ts';

/** Records are made anew when they change: what was folded of one stays true as long as it lives. */
const folded = new WeakMap<object, string>();

/**
 * Ids of the positions and claims that hold every word of a query, in reading order. A word is looked for in their text, in
 * the titles of the sources they cite and in the comments beside them, and may be any part of a word there; a wish narrows it
 * down further. None where nothing is asked for.
 */
export function findInDebate(state: DebateState, asked: string | SearchWish): readonly string[] {
  return finish(findSteps(state, asked));
}

/** The same in small steps, for a debate of many claims: the page answers while one types what to look for. */
export function* findSteps(state: DebateState, asked: string | SearchWish): Steps<readonly string[]> {
  const wish = typeof asked === 'string' ? { ...NO_WISH, words: asked } : asked;
  const words = wordsOf(wish.words);
  const found: string[] = [];
  if (words.length === 0 && !isNarrowed(wish)) return found;
  const fits = fitsWish(state, wish);
  for (const id of inOrder(state)) {
    if (holds(state, id, words) && fits(id)) found.push(id);
    yield;
  }
  return found;
}

/** Places in reading order, by state: finding them takes longer than looking through their words. */
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

/** What a query asks for, word by word, as texts are folded. */
export function wordsOf(query: string): readonly string[] {
  return foldText(query).split(' ').filter(Boolean);
}

function holds(state: DebateState, id: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const texts = [...textsOf(state, id)];
  return texts.length > 0 && words.every((word) => texts.some((text) => text.includes(word)));
}

function* textsOf(state: DebateState, id: string): Iterable<string> {
  const position = state.positions.get(id);
  if (position) yield once(position, textOfPosition);
  // What was merged into a claim is found at that claim.
  for (const claimId of position ? [] : standingAs(state, id)) {
    const claim = state.claims.get(claimId);
    if (claim) yield once(claim, textOfClaim);
    for (const sourceId of claim?.sources ?? []) {
      const source = state.sources.get(sourceId);
      if (source) yield once(source, ({ title }) => title);
    }
    if (claim) yield* commentsBeside(state, claim.parentLink);
    yield* commentsBeside(state, claimId);
  }
  if (position) yield* commentsBeside(state, id);
}

function* commentsBeside(state: DebateState, place: string): Iterable<string> {
  for (const commentId of state.commentsOn.get(place) ?? []) {
    const comment = state.comments.get(commentId);
    if (comment && !comment.withdrawn) yield once(comment, ({ text }) => text);
  }
}

function textOfPosition({ name, summary }: Position): string {
  return `${name} ${summary}`;
}

function textOfClaim({ text }: Claim): string {
  return text;
}

function once<R extends object>(record: R, textOf: (record: R) => string): string {
  const known = folded.get(record) ?? foldText(textOf(record));
  folded.set(record, known);
  return known;
}
