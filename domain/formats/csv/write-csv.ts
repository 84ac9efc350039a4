type Cell = string | number | boolean | null;

/** The rows of a table. */
export type CsvRows = Iterable<readonly Cell[]>;

/** Rows in RFC 4180, with CRLF. No spreadsheet executes people's text as formulas. */
export function* writeCsv(rows: CsvRows): Generator<string> {
  for (const row of rows) yield `${csvRow(row)}\r\n`;
}

/** The cells of one row, without its end. */
export function csvRow(row: readonly Cell[]): string {
  return row.map(csvCell).join(',');
}

/** The same with a byte order mark, so that spreadsheets read UTF-8. */
export function* writeSheet(rows: CsvRows): Generator<string> {
  yield '\uFEFF';
  yield* writeCsv(rows);
}

/**
 * Text that a spreadsheet treats as a formula: some drop white space and invisible characters before it, and some accept full-width characters.
 * A text that begins with an apostrophe counts too, so that an added one can be distinguished from its own.
 */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n']/u;

/** Adds an apostrophe to a cell that begins like a formula, so that a spreadsheet treats it as text. */
function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The original text of an escaped cell. */
export function unharmed(text: string): string {
  return text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
