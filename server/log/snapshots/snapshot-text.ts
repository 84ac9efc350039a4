import type { Steps } from '#domain/collections/steps.ts';
import { type DebateSnapshot, snapshotSteps } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';

/** Records per line, at most: writing or reading a line holds the thread for about a millisecond. */
const RECORDS = 200;
/** Characters per line, at most, but for a single longer record: texts of sources are as long as articles. */
const CHARACTERS = 200_000;
/** Characters of a list that needs no lines. */
const SHORT = 2_000;
/** Characters encoded in one turn, but for the rest of a line. */
const ENCODED = 1_000_000;

/**
 * A state as text for storage, in small steps: a line of JSON with the snapshot without the records of its long lists, then a line for each
 * piece of a list, with the list's name. An older snapshot, stored as one line, is one without pieces.
 */
export function* snapshotText(state: DebateState): Steps<string> {
  const snapshot = yield* snapshotSteps(state);
  const first: string[] = [];
  const lines: string[] = [];
  for (const [name, value] of Object.entries(snapshot)) {
    if (value === undefined) continue;
    const pieces = Array.isArray(value) ? yield* piecesOfList(value) : [];
    const [only = '', ...more] = pieces;
    const isLong = more.length > 0 || only.length > SHORT;
    const key = JSON.stringify(name);
    first.push(`${key}:${isLong ? '[]' : JSON.stringify(value)}`);
    if (isLong) for (const piece of pieces) lines.push(`[${key},[${piece}]]`);
  }
  return [`{${first.join()}}`, ...lines].join('\n');
}

/** A list's records as JSON, in pieces for one line each. */
function* piecesOfList(records: readonly unknown[]): Steps<string[]> {
  const pieces: string[] = [];
  let piece: string[] = [];
  let characters = 0;
  for (const record of records) {
    const text = JSON.stringify(record);
    if (piece.length === RECORDS || (piece.length > 0 && characters + text.length > CHARACTERS)) {
      pieces.push(piece.join());
      yield;
      piece = [];
      characters = 0;
    }
    piece.push(text);
    characters += text.length;
  }
  if (piece.length > 0) pieces.push(piece.join());
  return pieces;
}

/** A text in stretches of whole lines, to be encoded one at a time. */
export function* stretchesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from + ENCODED) + 1 || text.length;
    yield text.slice(from, end);
    from = end;
  }
}

/** Reads what `snapshotText` wrote, in small steps. Throws if it is no JSON. */
export function* snapshotIn(data: Buffer): Steps<DebateSnapshot> {
  let end = lineEnd(data, 0);
  const snapshot = JSON.parse(data.toString('utf8', 0, end)) as DebateSnapshot & Record<string, unknown[]>;
  while (end < data.length) {
    yield;
    const start = end + 1;
    end = lineEnd(data, start);
    const [name, records] = JSON.parse(data.toString('utf8', start, end)) as [string, unknown[]];
    snapshot[name]?.push(...records);
  }
  return snapshot;
}

/** JSON contains no unescaped line feed. */
function lineEnd(data: Buffer, from: number): number {
  const end = data.indexOf(LINE_FEED, from);
  return end < 0 ? data.length : end;
}

const LINE_FEED = 10;
