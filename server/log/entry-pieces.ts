import type { Steps } from '../../domain/collections/steps.ts';
import type { StoredEntry } from './operation-log.ts';

/** Entries written by one statement, at most. */
const MOST_ENTRIES = 500;
/** About the characters written by one statement, at most, but for a single longer entry: some 10 ms on the thread. */
const MOST_CHARACTERS = 500_000;

/** Cuts entries into pieces, each for one statement; no entries are one piece without any. */
export function* entryPiecesOf(entries: readonly StoredEntry[]): Steps<StoredEntry[][]> {
  let piece: StoredEntry[] = [];
  let characters = 0;
  const pieces = [piece];
  for (const entry of entries) {
    yield;
    const length = jsonCharactersOf(entry.payload);
    if (piece.length === MOST_ENTRIES || (piece.length > 0 && characters + length > MOST_CHARACTERS)) {
      piece = [];
      characters = 0;
      pieces.push(piece);
    }
    piece.push(entry);
    characters += length;
  }
  return pieces;
}

/** About the characters of a value's JSON. Writing it would leave megabytes of garbage for a file's records. */
export function jsonCharactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 4;
  return Object.values(value).reduce((sum: number, one) => sum + jsonCharactersOf(one) + 8, 2);
}
