import { FormatError } from '../format-error.ts';

/** A row of a table by column name, and the line it begins in. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The separator of cells: spreadsheets write semicolons where commas are decimal points. */
export type Separator = ',' | ';' | '\t';

/** Parses RFC 4180, with line ends as line feeds. A quote that is never closed, or text after a closed one, is an error with its line. */
export function* readCsv(text: string, separator: Separator = ','): Generator<CsvRow> {
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at, ENDS[separator]);
      cells.push(cell.text);
      line += cell.lines;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (at < text.length && text[at] !== '\n')
      throw new FormatError('malformed', line, 'text after a closing quote');
    at += 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') yield { line: begun, cells };
  }
}

interface CellEnd {
  readonly text: string;
  readonly end: number;
  readonly lines: number;
}

function plainCell(text: string, at: number, ends: RegExp): CellEnd {
  ends.lastIndex = at;
  const end = ends.exec(text)?.index ?? text.length;
  return { text: text.slice(at, end), end, lines: 0 };
}

const ENDS: Readonly<Record<Separator, RegExp>> = { ',': /[,\n]/g, ';': /[;\n]/g, '\t': /[\t\n]/g };

function quotedCell(text: string, at: number, line: number): CellEnd {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) throw new FormatError('malformed', line, 'a quote is never closed');
  const cell = text.slice(at + 1, end);
  return { text: cell.replaceAll('""', '"'), end: end + 1, lines: cell.split('\n').length - 1 };
}

/**
 * The cells of a row, no more than its table has columns. A row with more text is refused, since a separator in a text without quotes looks
 * the same. If the last column is `lastIsText`, the surplus is its text.
 */
export function cellsInColumns(
  { line, cells }: CsvRow,
  columns: number,
  separator: Separator,
  lastIsText: boolean,
): readonly string[] {
  const surplus = cells.slice(columns);
  if (surplus.every((cell) => cell.trim() === '')) return cells;
  if (lastIsText) return [...cells.slice(0, columns - 1), cells.slice(columns - 1).join(separator)];
  const sign = separator === '\t' ? 'a tab' : `“${separator}”`;
  throw new FormatError(
    'malformed',
    line,
    `more cells than columns; a text with ${sign} needs double quotes`,
  );
}

/**
 * Rows of a table whose first row names its columns; cells by name. Required columns must exist, `optional` ones may. Some programs write
 * the column `unquoted` without quotes, at the end.
 */
export function* readTable<Name extends string, Optional extends string = never>(
  text: string,
  file: string,
  names: readonly Name[],
  optional: readonly Optional[] = [],
  unquoted: Name | null = null,
): Generator<{ readonly line: number; readonly of: (name: Name | Optional) => string }> {
  const rows = readCsv(text);
  const head = rows.next().value as CsvRow | undefined;
  const known = new Set<string>([...names, ...optional]);
  const columns = new Map(
    head?.cells.map((name, at) => [name.trim(), at] as const).filter(([name]) => known.has(name)),
  );
  const missing = names.find((name) => !columns.has(name));
  if (missing !== undefined) throw new FormatError('malformed', 1, `${file} has no column ${missing}`);
  const count = head?.cells.length ?? 0;
  const lastIsText = unquoted !== null && columns.get(unquoted) === count - 1;
  for (const row of rows) {
    const cells = cellsInColumns(row, count, ',', lastIsText);
    yield { line: row.line, of: (name) => cells[columns.get(name) ?? -1] ?? '' };
  }
}
