import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { CSV_COLUMNS } from './csv-set.ts';
import { readCsvSet } from './read-csv-set.ts';
import { readPolisSet } from './read-polis-set.ts';
import { readZip } from './zip.ts';

const OWN = new Set<string>(Object.keys(CSV_COLUMNS));
const POLIS = new Set(['summary.csv', 'comments.csv', 'votes.csv', 'participants-votes.csv']);

/** Names of the files that a set of tables may have; others are left alone. */
export const TABLE_FILES: ReadonlySet<string> = new Set([...OWN, ...POLIS]);

/** Reads a ZIP of tables: our own set, or that of Polis. */
export function readZippedSet(bytes: Uint8Array): Imported {
  return readTables(readZip(bytes, TABLE_FILES));
}

/** Reads a set of tables by the names of their files. */
export function readTables(files: ReadonlyMap<string, string>): Imported {
  if (files.has('claims.csv')) return readCsvSet(files);
  if (files.has('comments.csv')) return readPolisSet(files);
  throw new FormatError('missing_file', null, 'claims.csv');
}
