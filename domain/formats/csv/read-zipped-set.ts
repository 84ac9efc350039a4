import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { CSV_COLUMNS } from './csv-set.ts';
import { readCsvSet } from './read-csv-set.ts';
import { readPolisSet } from './read-polis-set.ts';
import { readZip } from './zip.ts';

const OWN = new Set<string>([...Object.keys(CSV_COLUMNS), 'README.txt']);

/** The file that every archive of Office Open XML has, such as a workbook of Excel. */
const OFFICE = '[Content_Types].xml';

/** Polis prefixes its file names with their date and conversation. */
const POLIS = /(?:^|-)(summary|comments|(?<!participants?-)votes)\.csv$/;

/** The table in a file of this name; `null`: it is none of ours or of Polis. macOS adds files to archives whose names begin with a dot. */
export function tableNameOf(fileName: string): string | null {
  if (fileName.startsWith('.')) return null;
  if (OWN.has(fileName)) return fileName;
  const table = POLIS.exec(fileName)?.[1];
  return table === undefined ? null : `${table}.csv`;
}

/** Reads a ZIP of tables: our own set, or that of Polis. */
export function readZippedSet(bytes: Uint8Array, title = ''): Imported {
  const files = readZip(bytes, (name) => {
    if (name === OFFICE) throw new FormatError('office_file');
    return tableNameOf(name);
  });
  return readTables(files, title);
}

/** Reads a set of tables by file name. `title` is the debate's if none of them has one. */
export function readTables(files: ReadonlyMap<string, string>, title = ''): Imported {
  if (files.has('claims.csv')) return readCsvSet(files, title);
  if (files.has('comments.csv') || files.has('votes.csv')) return readPolisSet(files, title);
  throw new FormatError('missing_file', null, 'claims.csv');
}
