import { LIMITS } from '../engine/limits.ts';
import { collapseSpaces, isInsideCharacter, type SearchedText, type TextRange } from './searched-text.ts';
import type { Passage } from './source.ts';

/** What a passage is found again by. */
export type Selectors = Pick<Passage, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

/**
 * Units of a passage from which on it is not said twice by chance: found once, with other words around it, it is the passage.
 * A shorter one needs what stood before it or behind it.
 */
const TELLING = 24;

/**
 * The selectors of what stands between two places of a text. Never a half of a character, and no white space at its edges; null
 * where nothing is left.
 */
export function selectorsOf(text: string, from: number, to: number): Selectors | null {
  let [start, end] = [wholeBefore(text, Math.max(0, from)), wholeAfter(text, Math.min(text.length, to))];
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (start < end && isSpace(text.charAt(end - 1))) end -= 1;
  if (start >= end) return null;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholeAfter(text, Math.max(0, start - LIMITS.contextUnits)), start),
    suffix: text.slice(end, wholeBefore(text, Math.min(text.length, end + LIMITS.contextUnits))),
    start,
    end,
  };
}

/**
 * Where a passage stands in a text that may be another by now, or null: it is lost, since its words are gone, or nobody can
 * tell which of several places it was. What is found says the same words, white space aside: lines may break elsewhere.
 *
 * In this order: at its place, among the words it stood in; elsewhere, where both what stood before it and what stood behind it
 * are there; where one of these is; where its words stand once and are many. Each only if there is one such place.
 *
 * Takes time in proportion to the text: callers with several passages of one text search it by one `SearchedText`.
 */
export function placeOf(searched: SearchedText, selectors: Selectors): TextRange | null {
  const { exact, start } = selectors;
  if (exact.trim() === '') return null;
  const surroundings = surroundingsOf(selectors);
  if (searched.text.startsWith(exact, start)) {
    const there = { start, end: start + exact.length };
    if (fitOf(searched, there, surroundings) === 'both') return there;
  }
  const places = searched.occurrencesOf(exact);
  if (places === null) return null;
  const fits = places.map((place) => fitOf(searched, place, surroundings));
  const byFit = (wanted: Fit) => places.filter((_, at) => fits[at] === wanted);
  const [both, one] = [byFit('both'), byFit('one')];
  if (both.length > 0) return onlyOne(both);
  if (one.length > 0) return onlyOne(one);
  return exact.length >= TELLING ? onlyOne(places) : null;
}

type Fit = 'both' | 'one' | 'none';

/** What stood around a passage, with white space collapsed, and how far from a place it is looked for. */
interface Surroundings {
  readonly before: string;
  readonly behind: string;
  readonly reachBefore: number;
  readonly reachBehind: number;
}

function surroundingsOf({ prefix, suffix }: Selectors): Surroundings {
  return {
    before: spaced(prefix),
    behind: spaced(suffix),
    // Twice as far: white space may have come in.
    reachBefore: prefix.length * 2,
    reachBehind: suffix.length * 2,
  };
}

/** How much of what stood around a passage stands around a place. The edge of the text is something that stands there too. */
function fitOf({ text, ink }: SearchedText, { start, end }: TextRange, around: Surroundings): Fit {
  const { before, behind, reachBefore, reachBehind } = around;
  const isBefore =
    before === ''
      ? start <= ink.start
      : spaced(text.slice(Math.max(0, start - reachBefore), start)).endsWith(before);
  const isBehind =
    behind === '' ? end >= ink.end : spaced(text.slice(end, end + reachBehind)).startsWith(behind);
  if (isBefore && isBehind) return 'both';
  // Said of an edge alone it tells too little: any text has one.
  const tells = (isBefore && before.length > 3) || (isBehind && behind.length > 3);
  return tells ? 'one' : 'none';
}

function onlyOne(places: readonly TextRange[]): TextRange | null {
  return places.length === 1 ? (places[0] ?? null) : null;
}

function spaced(text: string): string {
  return collapseSpaces(text.trim());
}

function isSpace(unit: string): boolean {
  return /\s/u.test(unit);
}

function wholeBefore(text: string, place: number): number {
  return isInsideCharacter(text, place) ? place - 1 : place;
}

function wholeAfter(text: string, place: number): number {
  return isInsideCharacter(text, place) ? place + 1 : place;
}
