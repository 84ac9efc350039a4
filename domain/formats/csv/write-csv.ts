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

/** The same for a part of a cell, in which quotes may be around nothing; or an apostrophe. */
const PART_RUNS = /^["\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'/u;

/** Signs at which a program may begin a cell within another one, if it expects other separators and so ignores the quotes around it. */
const SEPARATOR = /(?<=[;\t\r\n])/;

/** Adds an apostrophe wherever a cell may begin like a formula, so that a spreadsheet treats it as text. */
function harmless(text: string): string {
  const [first = '', ...parts] = text.split(SEPARATOR);
  const inside = first + parts.map((part) => (PART_RUNS.test(part) ? `'${part}` : part)).join('');
  return RUNS.test(inside) ? `'${inside}` : inside;
}

/** The original text of an escaped cell. */
export function unharmed(text: string): string {
  const inside = text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;
  const [first = '', ...parts] = inside.split(SEPARATOR);
  const isEscaped = (part: string) => part.startsWith("'") && PART_RUNS.test(part.slice(1));
  return first + parts.map((part) => (isEscaped(part) ? part.slice(1) : part)).join('');
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
