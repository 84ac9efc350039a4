import { LIMITS } from './limits.ts';
import type { Passage } from './records/source.ts';

/** Where a passage stands in a text, in UTF-16 units. */
export interface PassagePlace {
  readonly start: number;
  readonly end: number;
}

/** What a passage is found again by. */
export type Selectors = Pick<Passage, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

/**
 * Units of a passage from which on it is not said twice by chance: found once, with other words around it, it is the passage.
 * A shorter one needs what stood before it or behind it.
 */
const TELLING = 24;
/** As often as a passage is looked at in a text: more often it is a word that says nothing of where it stands. */
const OCCURRENCES = 500;

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
 */
export function placeOf(text: string, selectors: Selectors): PassagePlace | null {
  const { exact, start } = selectors;
  if (exact.trim() === '') return null;
  if (text.startsWith(exact, start)) {
    const there = { start, end: start + exact.length };
    if (fits(text, there, selectors) === 'both') return there;
  }
  const places = occurrencesIn(text, exact);
  if (places === null) return null;
  const byFit = (wanted: Fit) => places.filter((place) => fits(text, place, selectors) === wanted);
  const [both, one] = [byFit('both'), byFit('one')];
  if (both.length > 0) return onlyOne(both);
  if (one.length > 0) return onlyOne(one);
  return exact.length >= TELLING ? onlyOne(places) : null;
}

type Fit = 'both' | 'one' | 'none';

/** How much of what stood around a passage stands around a place. The edge of the text is something that stands there too. */
function fits(text: string, { start, end }: PassagePlace, { prefix, suffix }: Selectors): Fit {
  const [before, behind] = [spaced(prefix), spaced(suffix)];
  const isBefore =
    before === ''
      ? text.slice(0, start).trim() === ''
      : spaced(text.slice(reach(start, -prefix.length), start)).endsWith(before);
  const isBehind =
    behind === ''
      ? text.slice(end).trim() === ''
      : spaced(text.slice(end, reach(end, suffix.length))).startsWith(behind);
  if (isBefore && isBehind) return 'both';
  // Said of an edge alone it tells too little: any text has one.
  const tells = (isBefore && before.length > 3) || (isBehind && behind.length > 3);
  return tells ? 'one' : 'none';
}

/** Twice as far: white space may have come in. */
function reach(place: number, length: number): number {
  return Math.max(0, place + length * 2);
}

function onlyOne(places: readonly PassagePlace[]): PassagePlace | null {
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** Where these words stand; null: too often. First to the letter, else with other white space. */
function occurrencesIn(text: string, exact: string): PassagePlace[] | null {
  const places: PassagePlace[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (places.length >= OCCURRENCES) return null;
    if (isWhole(text, at, at + exact.length)) places.push({ start: at, end: at + exact.length });
  }
  if (places.length > 0 || !/\s/u.test(exact)) return places;
  const words = exact.trim().split(/\s+/u).map(escapePattern);
  for (const found of text.matchAll(new RegExp(words.join('\\s+'), 'gu'))) {
    if (places.length >= OCCURRENCES) return null;
    places.push({ start: found.index, end: found.index + found[0].length });
  }
  return places;
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function isSpace(unit: string): boolean {
  return /\s/u.test(unit);
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isInside(text, start) && !isInside(text, end);
}

/** Is this place between the halves of one character? */
function isInside(text: string, place: number): boolean {
  const [before, behind] = [text.charCodeAt(place - 1), text.charCodeAt(place)];
  return before >= 0xd800 && before <= 0xdbff && behind >= 0xdc00 && behind <= 0xdfff;
}

function wholeBefore(text: string, place: number): number {
  return isInside(text, place) ? place - 1 : place;
}

function wholeAfter(text: string, place: number): number {
  return isInside(text, place) ? place + 1 : place;
}
