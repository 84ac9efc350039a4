import type { TablePreview } from './csv/claim-table.ts';

/** Why a file can't be read at all: each has a sentence in `sentences.ts`. */
export const FORMAT_PROBLEMS = [
  'unknown_format',
  'write_only', // Parley writes this format and does not read it
  'too_large', // limit: bytes
  'not_text', // no UTF-8 or UTF-16
  'not_json',
  'not_zip',
  'office_file', // a workbook, or another file of Office, where tables are expected
  'missing_file', // of a set
  'part_of_set', // one table of our own set, without the others
  'malformed', // the format's own rules are broken
  'bad_record', // a field is not what the format says
  'over_limit', // more, or something else, than an operation could bring in
  'newer_version', // written by a newer Parley
  'too_many', // limit: count
  'too_deep', // limit: levels
  'no_claim_column', // of a table: nothing says which column holds the claims
  'no_column', // a column that is asked for is not in the table
  'nothing_found',
  'too_slow', // it took more processor time than a file may
  'too_much_memory',
  'reader_failed', // whatever else ended its reader
] as const;
export type FormatProblem = (typeof FORMAT_PROBLEMS)[number];

/** A file that can't be read: where and why. Nothing of it is imported. */
export class FormatError extends Error {
  readonly problem: FormatProblem;
  /** From 1; `null` for the whole file. */
  readonly line: number | null;
  /** A field, a file, a word of the format. */
  readonly detail: string;
  /** The table whose columns have to be chosen. */
  readonly table: TablePreview | null;

  constructor(
    problem: FormatProblem,
    line: number | null = null,
    detail = '',
    table: TablePreview | null = null,
  ) {
    super(`${problem}${line === null ? '' : ` in line ${line}`}${detail && `: ${detail}`}`);
    this.name = 'FormatError';
    this.problem = problem;
    this.line = line;
    this.detail = detail;
    this.table = table;
  }
}
