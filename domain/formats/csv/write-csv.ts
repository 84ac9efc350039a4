type Cell = string | number | boolean | null;

/** Rows of RFC 4180, with CRLF. */
export function* writeCsv(rows: Iterable<readonly Cell[]>): Generator<string> {
  for (const row of rows) yield `${csvRow(row)}\r\n`;
}

/** The cells of one row, without its end. */
export function csvRow(row: readonly Cell[]): string {
  return row.map(csvCell).join(',');
}

/** The same for spreadsheets: a byte order mark, so that they read UTF-8, and nothing in it that they would run. */
export function* writeSheet(rows: Iterable<readonly Cell[]>): Generator<string> {
  yield '\uFEFF';
  for (const row of rows)
    yield `${row.map((cell) => csvCell(typeof cell === 'string' ? harmless(cell) : cell)).join(',')}\r\n`;
}

/** A cell that begins like a formula is text for a spreadsheet behind an apostrophe; one that begins with an apostrophe has another. */
function harmless(text: string): string {
  return /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
}

/** The text a cell holds that was made harmless. */
export function unharmed(text: string): string {
  return /^'[=+\-@\t\r']/.test(text) ? text.slice(1) : text;
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
