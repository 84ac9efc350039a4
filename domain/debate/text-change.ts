import { ChangeSet, Text } from '@codemirror/state';

/**
 * A change of a text, in the JSON form of a CodeMirror change set: `[n]`-like numbers keep n UTF-16 units,
 * `[n, ...lines]` replaces n units by the lines. The lengths must add up to the text it was made on.
 */
export type TextChange = readonly (number | readonly [number, ...string[]])[];

/** The shortest single replacement that turns `before` into `after`; never cuts a surrogate pair in two. */
export function diffText(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start > 0 && isHighSurrogate(before, start - 1)) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && isLowSurrogate(before, before.length - end)) end -= 1;
  const insert = after.slice(start, after.length - end);
  const set = ChangeSet.of(
    { from: start, to: before.length - end, insert: Text.of(insert.split('\n')) },
    before.length,
  );
  return set.toJSON() as TextChange;
}

/** Applies a change, or answers null where it does not fit the text. */
export function applyChange(text: string, change: TextChange): string | null {
  const set = parseChange(change);
  if (set === null || set.length !== text.length) return null;
  // In one go: a change set applied to a document copies a long line at every place.
  const pieces: string[] = [];
  let kept = 0;
  set.iterChanges((from, to, _start, _end, inserted) => {
    pieces.push(text.slice(kept, from), inserted.toString());
    kept = to;
  });
  return [...pieces, text.slice(kept)].join('');
}

/**
 * Carries a change over another that takes effect first (operational transformation). Where both insert at one place,
 * the one the server ordered first stands first: `earlier` says that this is the change being carried.
 * Null where the two were not made on the same text.
 */
export function transformChange(
  change: TextChange,
  over: TextChange,
  order: 'earlier' | 'later' = 'later',
): TextChange | null {
  return carryChange(change, [over], order);
}

/** The same over several, which took effect one after the other. */
export function carryChange(
  change: TextChange,
  overs: readonly TextChange[],
  order: 'earlier' | 'later' = 'later',
): TextChange | null {
  let set = parseChange(change);
  for (const over of overs) {
    const other = parseChange(over);
    if (set === null || other === null || set.length !== other.length) return null;
    set = set.map(other, order === 'earlier');
  }
  return set && (set.toJSON() as TextChange);
}

/** The change that takes `change`, made on `text`, back. Null where it does not fit. */
export function invertChange(text: string, change: TextChange): TextChange | null {
  const set = parseChange(change);
  if (set === null || set.length !== text.length) return null;
  return set.invert(toDocument(text)).toJSON() as TextChange;
}

/** A change and then another, as one. Null where the second was not made on what the first makes. */
export function composeChanges(first: TextChange, second: TextChange): TextChange | null {
  const [set, next] = [parseChange(first), parseChange(second)];
  if (set === null || next === null || set.newLength !== next.length) return null;
  return set.compose(next).toJSON() as TextChange;
}

/** A text `now` with that done to it which makes `wanted` of `was`, an earlier form of it. */
export function rewordAlike(was: string, wanted: string, now: string): string {
  const change = carryChange(diffText(was, wanted), [diffText(was, now)]);
  return (change && applyChange(now, change)) ?? now;
}

const insertedLengths = new WeakMap<TextChange, number>();

/** UTF-16 units a change puts into its text; of a malformed one, none. */
export function insertedLength(change: TextChange): number {
  const known = insertedLengths.get(change);
  if (known !== undefined) return known;
  let length = 0;
  parseChange(change)?.iterChanges((_from, _to, _start, _end, inserted) => {
    length += inserted.length;
  });
  insertedLengths.set(change, length);
  return length;
}

/**
 * The same change of a text, cutting no character in two: an editor that compares unit by unit puts half an emoji in the
 * place of half another, and nothing that stores text can hold a half. Both texts must be sound.
 */
export function wholeCharacters(change: TextChange, before: string, after: string): TextChange {
  const set = parseChange(change);
  if (set === null) return change;
  let isWhole = true;
  const places: { from: number; to: number; insert: Text }[] = [];
  set.iterChanges((fromA, toA, fromB, toB) => {
    const start = isHighSurrogate(before, fromA - 1) ? 1 : 0;
    const end = isLowSurrogate(before, toA) ? 1 : 0;
    isWhole &&= start + end === 0;
    const insert = toDocument(after.slice(fromB - start, toB + end));
    places.push({ from: fromA - start, to: toA + end, insert });
  });
  return isWhole ? change : (ChangeSet.of(places, before.length).toJSON() as TextChange);
}

/**
 * A change in pieces, one after the other, none of which puts in more than `most` UTF-16 units, has more than `parts` parts
 * (at least three) or cuts a character in two: a long text that is pasted does not fit into one message.
 */
export function splitChange(
  change: TextChange,
  most: number,
  parts = Number.POSITIVE_INFINITY,
): TextChange[] {
  const set = parseChange(change);
  if (set === null || (insertedLength(change) <= most && change.length <= parts)) return [change];
  const replaced: { from: number; to: number; text: string }[] = [];
  set.iterChanges((from, to, _start, _end, inserted) =>
    replaced.push({ from, to, text: inserted.toString() }),
  );
  let length = set.length;
  // The last place first: what is put in there moves none of the others.
  return replaced.toReversed().flatMap(({ from, to, text }) =>
    piecesOf(text, most).map((piece, index, all) => {
      const at = from + all.slice(0, index).join('').length;
      const end = index === 0 ? to : at;
      const next = ChangeSet.of({ from: at, to: end, insert: toDocument(piece) }, length);
      length = next.newLength;
      return next.toJSON() as TextChange;
    }),
  );
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
 * Where a place in a text is after a change. Characters put in at the very place come to stand behind it, or before it
 * where it `follows` them: as a caret does what its own person types.
 */
export function carryPlace(place: number, change: TextChange, follows = false): number {
  const set = parseChange(change);
  if (set === null) return place;
  return set.mapPos(Math.min(place, set.length), follows ? 1 : -1);
}

/** By the change itself, which is never altered: one that a text remembers is read again with every later one. */
const parsed = new WeakMap<TextChange, ChangeSet>();

function parseChange(change: TextChange): ChangeSet | null {
  const known = parsed.get(change);
  if (known) return known;
  try {
    const set = ChangeSet.fromJSON(change);
    parsed.set(change, set);
    return set;
  } catch {
    return null;
  }
}

function toDocument(text: string): Text {
  return Text.of(text.split('\n'));
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
