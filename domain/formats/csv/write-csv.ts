type Cell = string | number | boolean | null;

/** Rows of RFC 4180, with CRLF. No spreadsheet runs what people wrote in them. */
export function* writeCsv(rows: Iterable<readonly Cell[]>): Generator<string> {
  for (const row of rows) yield `${csvRow(row)}\r\n`;
}

/** The cells of one row, without its end. */
export function csvRow(row: readonly Cell[]): string {
  return row.map(csvCell).join(',');
}

/** The same with a byte order mark, so that spreadsheets read UTF-8. */
export function* writeSheet(rows: Iterable<readonly Cell[]>): Generator<string> {
  yield '\uFEFF';
  yield* writeCsv(rows);
}

/**
 * What a spreadsheet takes for a formula: some drop white space and signs nobody sees before it, and some read full-width signs.
 * A text that begins with an apostrophe counts too, so that what is put before it can be told from its own.
 */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n']/u;

/** A cell that begins like a formula is text for a spreadsheet behind an apostrophe. */
function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text a cell holds that was made harmless. */
export function unharmed(text: string): string {
  return text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
