import { LIMITS } from '../engine/limits.ts';
import { collapseSpaces, isInsideCharacter, type SearchedText, type TextRange } from './searched-text.ts';
import type { Passage } from './source.ts';

/** The selectors by which a passage is found again. */
export type Selectors = Pick<Passage, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

/**
 * Units from which a passage is too long to occur twice by chance: found once, with other words around it, it is the passage. A shorter one
 * needs the text before or after it.
 */
const DISTINCTIVE = 24;

/** The selectors of the text between two places. Never splits a character, and has no white space at its edges; null if nothing is left. */
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
 * The place of a passage in a text that may have changed, or null: it is lost, because its words are gone, or several places are possible.
 * The words found are the same, except for white space: lines may break elsewhere.
 *
 * In this order: at its place, among the same surrounding words; elsewhere, with both the text before it and the text after it; with one of
 * these; where its words occur once and are many. Each only if there is exactly one such place.
 *
 * Takes time in proportion to the text: callers with several passages of one text use one `SearchedText` for all.
 */
export function findPassage(searched: SearchedText, selectors: Selectors): TextRange | null {
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
  return exact.length >= DISTINCTIVE ? onlyOne(places) : null;
}

type Fit = 'both' | 'one' | 'none';

/** The text around a passage, with white space collapsed, and how far from a place it is searched. */
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
    // Twice as far: white space may have been added.
    reachBefore: prefix.length * 2,
    reachBehind: suffix.length * 2,
  };
}

/** The share of a passage's surroundings that is around a place. The edge of the text counts as a surrounding too. */
function fitOf({ text, ink }: SearchedText, { start, end }: TextRange, around: Surroundings): Fit {
  const { before, behind, reachBefore, reachBehind } = around;
  const isBefore =
    before === ''
      ? start <= ink.start
      : spaced(text.slice(Math.max(0, start - reachBefore), start)).endsWith(before);
  const isBehind =
    behind === '' ? end >= ink.end : spaced(text.slice(end, end + reachBehind)).startsWith(behind);
  if (isBefore && isBehind) return 'both';
  // An edge alone is not significant: every text has one.
  const isSignificant = (isBefore && before.length > 3) || (isBehind && behind.length > 3);
  return isSignificant ? 'one' : 'none';
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
