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

/** A formula after quotes and invisible characters that separate no cells; or an apostrophe, as in `RUNS`. */
const FORMULA_AHEAD = /(?=(?:(?![\t\r\n])["\s\p{Cc}\p{Cf}])*[=+\-@\uff1d\uff0b\uff0d\uff20]|')/u.source;

/**
 * Signs within a text at which a program may begin a cell, if it expects other separators and so ignores the quotes around it. Takes linear
 * time: no such sign is among what is skipped to find a formula.
 */
const BEFORE_FORMULA = new RegExp(`([;\\t\\r\\n])${FORMULA_AHEAD}`, 'gu');
const ESCAPED = new RegExp(`([;\\t\\r\\n])'${FORMULA_AHEAD}`, 'gu');

/** Adds an apostrophe wherever a cell may begin like a formula, so that a spreadsheet treats it as text. */
function harmless(text: string): string {
  const inside = text.replace(BEFORE_FORMULA, "$1'");
  return RUNS.test(inside) ? `'${inside}` : inside;
}

/** The original text of an escaped cell. */
export function unharmed(text: string): string {
  const inside = text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;
  return inside.replace(ESCAPED, '$1');
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
