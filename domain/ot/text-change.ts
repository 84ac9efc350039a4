import {
  buildChangeSet,
  type ChangeSet,
  changedText,
  changeJson,
  changeSetFrom,
  invertChangeSet,
  joinedReplacementsIn,
  mapPosition,
  type Replacement,
  type TextChange,
} from './change-set.ts';
import { composeChangeSets } from './compose.ts';
import { transformChangeSet } from './transform.ts';

export type { TextChange } from './change-set.ts';

/** The shortest single replacement that turns `before` into `after`; never splits a surrogate pair. */
export function diffText(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start > 0 && isHighSurrogate(before, start - 1)) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && isLowSurrogate(before, before.length - end)) end -= 1;
  const text = after.slice(start, after.length - end);
  return changeJson(buildChangeSet([{ from: start, to: before.length - end, text }], before.length));
}

/** Applies a change; null if it does not fit the text. */
export function applyChange(text: string, change: TextChange): string | null {
  const set = parseChange(change);
  return set?.length === text.length ? changedText(set, text) : null;
}

/**
 * Transforms a change over another that takes effect first (operational transformation). If both insert at the same place, the one that the
 * server ordered first comes first: `earlier` means that this is the transformed change. Null if the two were not made on the same text.
 */
export function transformChange(
  change: TextChange,
  over: TextChange,
  order: 'earlier' | 'later' = 'later',
): TextChange | null {
  return transformOverAll(change, [over], order);
}

/** The same over several changes that took effect one after the other. */
export function transformOverAll(
  change: TextChange,
  overs: readonly TextChange[],
  order: 'earlier' | 'later' = 'later',
): TextChange | null {
  let set = parseChange(change);
  for (const over of overs) {
    const other = parseChange(over);
    if (set === null || other === null || set.length !== other.length) return null;
    set = transformChangeSet(set, other, order === 'earlier');
  }
  return set && changeJson(set);
}

/** The inverse of `change`, which was made on `text`. Null if it does not fit. */
export function invertChange(text: string, change: TextChange): TextChange | null {
  const set = parseChange(change);
  return set?.length === text.length ? changeJson(invertChangeSet(set, text)) : null;
}

/** Composes two changes. Null if the second was not made on the result of the first. */
export function composeChanges(first: TextChange, second: TextChange): TextChange | null {
  const [set, next] = [parseChange(first), parseChange(second)];
  if (set === null || next === null || set.newLength !== next.length) return null;
  return changeJson(composeChangeSets(set, next));
}

/** Applies to `now` the change that turns `was`, an earlier form of it, into `wanted`. */
export function reapplyWording(was: string, wanted: string, now: string): string {
  const change = transformOverAll(diffText(was, wanted), [diffText(was, now)]);
  return (change && applyChange(now, change)) ?? now;
}

/** True if a change leaves every text as it is. */
export function isNothing(change: TextChange): boolean {
  return change.every((part) => typeof part === 'number');
}

/** UTF-16 units that a change inserts; none for a malformed one. */
export function insertedLength(change: TextChange): number {
  return parseChange(change)?.inserted ?? 0;
}

/**
 * The same change of a text without splitting characters: an editor that compares unit by unit replaces half an emoji with half of another,
 * and no text storage can hold a half. Both texts must be well-formed.
 */
export function wholeCharacters(change: TextChange, before: string, after: string): TextChange {
  const set = parseChange(change);
  if (set === null) return change;
  let isWhole = true;
  const whole = joinedReplacementsIn(set).map(({ from, to, text, at }): Replacement => {
    const start = isHighSurrogate(before, from - 1) ? 1 : 0;
    const end = isLowSurrogate(before, to) ? 1 : 0;
    isWhole &&= start + end === 0;
    return { from: from - start, to: to + end, text: after.slice(at - start, at + text.length + end) };
  });
  return isWhole ? change : changeJson(buildChangeSet(whole, before.length));
}

/**
 * Splits a change into pieces, one after the other, none of which inserts more than `most` UTF-16 units, has more than `parts` parts (at
 * least three) or splits a character: a long pasted text does not fit into one message.
 */
export function splitChange(
  change: TextChange,
  most: number,
  parts = Number.POSITIVE_INFINITY,
): TextChange[] {
  const set = parseChange(change);
  if (set === null || (insertedLength(change) <= most && change.length <= parts)) return [change];
  let { length } = set;
  // The last place first: inserting there moves none of the others.
  return joinedReplacementsIn(set)
    .toReversed()
    .flatMap(({ from, to, text }) => {
      let at = from;
      return piecesOf(text, most).map((piece) => {
        const next = buildChangeSet([{ from: at, to: at === from ? to : at, text: piece }], length);
        at += piece.length;
        length = next.newLength;
        return changeJson(next);
      });
    });
}

function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  do {
    const cut = from + most;
    const to = cut < text.length && isHighSurrogate(text, cut - 1) ? cut - 1 : cut;
    pieces.push(text.slice(from, to));
    from = to;
  } while (from < text.length);
  return pieces;
}

/**
 * Maps a place in a text through a change. Characters inserted at exactly that place end up after it, or before it if it `follows` them: as
 * a caret follows what its owner types.
 */
export function transformPosition(place: number, change: TextChange, follows = false): number {
  const set = parseChange(change);
  if (set === null) return place;
  return mapPosition(set, Math.min(place, set.length), follows);
}

/** Keyed by the change itself, which is never mutated: a remembered change is read again with every later one. */
const parsed = new WeakMap<TextChange, ChangeSet>();

function parseChange(change: TextChange): ChangeSet | null {
  const known = parsed.get(change);
  if (known) return known;
  const set = changeSetFrom(change);
  if (set) parsed.set(change, set);
  return set;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
