import { type Part, PartList } from './part-list.ts';

/**
 * A change of a text as JSON: numbers keep n UTF-16 units, `[n, ...lines]` replaces n units with the lines. The lengths must add up to that
 * of the text it was made on. An editor's change set (CodeMirror's) has the same form.
 */
export type TextChange = readonly (number | readonly [number, ...string[]])[];

/**
 * A parsed change. Every operation on it takes time in proportion to its parts, and gives, part by part, the same result as CodeMirror's
 * change sets: editors use them, and logs and browsers of all versions compare the results. `transform.ts` and `compose.ts` are its
 * algebra.
 */
export interface ChangeSet {
  /** As given, in normal form (`PartList`) or not. */
  readonly parts: readonly Part[];
  /** Units of the text it was made on. */
  readonly length: number;
  /** Units of the resulting text. */
  readonly newLength: number;
  /** Units it inserts. */
  readonly inserted: number;
}

/** Replaces the text between two places. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Reads a change; null if it is malformed. Parts that keep nothing are left out: editors fail on them. */
export function changeSetFrom(json: unknown): ChangeSet | null {
  if (!Array.isArray(json)) return null;
  const parts: Part[] = [];
  for (const value of json) {
    const part = partFrom(value);
    if (part === null) return null;
    if (part.length > 0 || part.text !== null) parts.push(part);
  }
  return changeSetOf(parts);
}

function partFrom(value: unknown): Part | null {
  if (isLength(value)) return { length: value, text: null };
  if (!Array.isArray(value)) return null;
  const [length, ...lines] = value as unknown[];
  if (!isLength(length) || !lines.every((line) => typeof line === 'string')) return null;
  return { length, text: lines.join('\n') };
}

function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Writes a change as JSON. */
export function changeJson({ parts }: ChangeSet): TextChange {
  return parts.map(({ length, text }) => {
    if (text === null) return length;
    return text === '' ? [length] : [length, ...text.split('\n')];
  });
}

/** The change with these parts. */
export function changeSetOf(parts: readonly Part[]): ChangeSet {
  let [length, newLength, inserted] = [0, 0, 0];
  for (const part of parts) {
    length += part.length;
    newLength += part.text?.length ?? part.length;
    inserted += part.text?.length ?? 0;
  }
  return { parts, length, newLength, inserted };
}

/** The change of a text of this length that makes these replacements: in the order of the text, not overlapping. */
export function buildChangeSet(replacements: readonly Replacement[], length: number): ChangeSet {
  const made = new PartList();
  let at = 0;
  for (const { from, to, text } of replacements) {
    if (from === to && text === '') continue;
    made.add(from - at, null);
    made.add(to - from, text);
    at = to;
  }
  made.add(length - at, null);
  return changeSetOf(made.parts);
}

/** The replacements of a change, part by part. */
export function replacementsIn({ parts }: ChangeSet): Replacement[] {
  const replacements: Replacement[] = [];
  let from = 0;
  for (const { length, text } of parts) {
    if (text !== null) replacements.push({ from, to: from + length, text });
    from += length;
  }
  return replacements;
}

/** A replacement with the place of its text in the text after the whole change. */
export interface PlacedReplacement extends Replacement {
  readonly at: number;
}

/** The replacements of a change, adjacent ones joined. */
export function joinedReplacementsIn(set: ChangeSet): PlacedReplacement[] {
  const joined: { from: number; to: number; text: string; at: number }[] = [];
  let shift = 0;
  for (const { from, to, text } of replacementsIn(set)) {
    const last = joined.at(-1);
    if (last?.to === from) {
      last.to = to;
      last.text += text;
    } else {
      joined.push({ from, to, text, at: from + shift });
    }
    shift += text.length - (to - from);
  }
  return joined;
}

/** The text after a change. */
export function changedText({ parts }: ChangeSet, text: string): string {
  let from = 0;
  const pieces = parts.map((part) => {
    const piece = part.text ?? text.slice(from, from + part.length);
    from += part.length;
    return piece;
  });
  return pieces.join('');
}

/** The inverse of a change that was made on `text`. */
export function invertChangeSet({ parts }: ChangeSet, text: string): ChangeSet {
  let from = 0;
  const back = parts.map((part) => {
    const taken = text.slice(from, from + part.length);
    from += part.length;
    return part.text === null ? part : { length: part.text.length, text: taken };
  });
  return changeSetOf(back);
}

/**
 * Maps a place through a change. Text inserted at exactly that place, or around it for a replaced range, ends up after it, or before it if
 * the place `follows`. At an edge of a replaced range it stays at that edge.
 */
export function mapPosition(set: ChangeSet, place: number, follows: boolean): number {
  let shift = 0;
  for (const { from, to, text } of replacementsIn(set)) {
    if (from > place || (from === place && (to > place || !follows))) break;
    if (to > place) return from + shift + (follows ? text.length : 0);
    shift += text.length - (to - from);
  }
  return place + shift;
}

/** True if a change keeps everything, in one part at most. */
export function changesNothing({ parts }: ChangeSet): boolean {
  return parts.length === 0 || (parts.length === 1 && parts[0]?.text === null);
}
