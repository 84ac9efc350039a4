import { SYSTEM } from '../../debate/engine/entries.ts';
import type { Relation, Target } from '../../debate/map/link.ts';
import { DraftDebate } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { IMPORTED_POSITION } from '../gathering.ts';
import { addGraph, type GraphEdge, type GraphNode } from '../graph.ts';
import { readText } from '../read-text.ts';
import { truncateText } from '../whole-text.ts';
import { columnsByHeadings, type TableColumns, type TableField, type TablePreview } from './claim-table.ts';
import { type CsvRow, cellsInColumns, readCsv } from './read-csv.ts';

/** Rows and characters of a cell in the preview of a table. */
const SHOWN = { rows: 5, characters: 120 };

/** Maximum columns of a table: each is listed beside every field. */
const COLUMNS = 200;

const separators = [',', ';', '\t'] as const;
/** A first line by which spreadsheets are given the separator of the others. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/i;

interface TableRow {
  readonly line: number;
  readonly of: (field: TableField) => string;
}

/**
 * Reads one table of claims, one per row, separated by commas, semicolons or tabs. `columns` says what its columns contain; `null`: their
 * headings do. `title` becomes the debate's.
 */
export function readClaimTable(bytes: Uint8Array, columns: TableColumns | null, title = ''): Imported {
  const text = readText(bytes);
  const named = SEPARATOR_LINE.exec(text)?.[1];
  const separator = separators.find((sign) => sign === named) ?? separatorOf(text);
  const rows = readCsv(text, separator);
  if (named !== undefined) rows.next();
  const head = (rows.next().value as CsvRow | undefined)?.cells.map((name) => name.trim()) ?? [];
  if (head.length > COLUMNS) throw new FormatError('too_many', 1, `${COLUMNS} columns`);
  if (isOwnTable(head)) throw new FormatError('part_of_set', 1);
  const taken = columns ?? columnsByHeadings(head);
  // A list of claims, one a line, is often without quotes.
  const isList = head.length === 1;
  const body = [...rows].map((row) => ({
    line: row.line,
    cells: cellsInColumns(row, head.length, separator, isList),
  }));
  const table: TablePreview = {
    columns: head,
    rows: body
      .slice(0, SHOWN.rows)
      .map(({ cells }) => cells.map((cell) => truncateText(cell, SHOWN.characters))),
    taken,
  };
  for (const [field, name] of Object.entries(taken))
    if (!head.includes(name))
      throw new FormatError('no_column', 1, `${field}: “${name.slice(0, 60)}”`, table);
  if (taken.text === undefined) throw new FormatError('no_claim_column', 1, head.join(', '), table);
  const places = new Map(Object.entries(taken).map(([field, name]) => [field, head.indexOf(name)]));
  const draft = new DraftDebate();
  draft.title = title;
  addRows(
    draft,
    taken,
    body.map(({ line, cells }) => ({
      line,
      of: (field) => (cells[places.get(field) ?? -1] ?? '').trim(),
    })),
  );
  return { ...draft.finish(), table };
}

/** True for the claims of our own set. Read alone, hidden and retracted claims would become claims like all others. */
function isOwnTable(head: readonly string[]): boolean {
  return ['claim_id', 'target_kind', 'state'].every((name) => head.includes(name));
}

/** The separator that is most frequent in the first line. */
function separatorOf(text: string): (typeof separators)[number] {
  const end = text.indexOf('\n');
  const first = end === -1 ? text : text.slice(0, end);
  const count = (sign: string) => first.split(sign).length;
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const GATHERED: Target = { kind: 'position', id: IMPORTED_POSITION };

function addRows(draft: DraftDebate, taken: TableColumns, rows: readonly TableRow[]): void {
  const said = rows.filter(({ line, of }) => {
    if (of('text') === '') draft.note('empty', `${taken.text}`, line);
    return of('text') !== '';
  });
  const ids = new Map(said.map((row, at) => [row, `c-${at + 1}`]));
  const keys = keysOf(taken, said, ids);
  const people = new Map<string, string>();
  const positions = new Map<string, string>();
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const row of said) {
    const { line, of } = row;
    const id = ids.get(row) ?? '';
    const source = of('source');
    nodes.push({
      id,
      text: of('text'),
      line,
      author: authorOf(draft, of('author'), people, line),
      sources: source === '' ? [] : [sourceOf(draft, source, `${taken.source}`, line)],
    });
    const target = targetOf(draft, row, taken, keys, positions);
    const relation = relationOf(draft, of('relation'), `${taken.relation}`, line);
    // A claim against nothing in particular is against the position that gathers such claims.
    const to = target ?? (relation === 'attack' ? GATHERED : null);
    if (to !== null) edges.push({ id: `l-${edges.length + 1}`, from: id, to, relation, line });
  }
  // Last, so that the positions of the table keep their order.
  if (edges.some(({ to }) => to === GATHERED)) draft.gathering();
  addGraph(draft, nodes, edges);
}

/** The claims of a table by what other rows may call them. */
interface ClaimKeys {
  /** By id, otherwise by text. */
  readonly claims: ReadonlyMap<string, string>;
  /** Texts of more than one claim: they stand for the first of them. */
  readonly ambiguous: ReadonlySet<string>;
}

function keysOf(
  taken: TableColumns,
  rows: readonly TableRow[],
  ids: ReadonlyMap<TableRow, string>,
): ClaimKeys {
  const keys = new Map<string, string>();
  for (const row of rows) {
    const key = row.of('id');
    if (key === '') continue;
    if (keys.has(key))
      throw new FormatError('bad_record', row.line, `${taken.id}: “${key.slice(0, 60)}” appears twice`);
    keys.set(key, ids.get(row) ?? '');
  }
  const texts = new Set<string>();
  const ambiguous = new Set<string>();
  for (const row of rows) {
    const text = row.of('text');
    if (texts.has(text)) ambiguous.add(text);
    else if (!keys.has(text)) {
      texts.add(text);
      keys.set(text, ids.get(row) ?? '');
    }
  }
  return { claims: keys, ambiguous };
}

/** The row or position that a row replies to; `null`: neither. */
function targetOf(
  draft: DraftDebate,
  { line, of }: TableRow,
  taken: TableColumns,
  keys: ClaimKeys,
  positions: Map<string, string>,
): Target | null {
  const parent = of('parent');
  const claim = keys.claims.get(parent);
  if (keys.ambiguous.has(parent)) draft.note('ambiguous_reply', `${taken.parent}: ${parent}`, line);
  if (claim !== undefined) return { kind: 'claim', id: claim };
  const name = of('position') || (positions.has(parent) ? parent : '');
  if (parent !== '' && name !== parent) draft.note('links_nothing', `${taken.parent}: ${parent}`, line);
  if (name === '') return null;
  const known = positions.get(name) ?? draft.addPosition({ id: `p-${positions.size + 1}`, name, line });
  positions.set(name, known);
  return { kind: 'position', id: known };
}

const SUPPORTS = /^(?:support|supports|supporting|pro|for|yes|agree|in favou?r|\+|1)$/i;
const ATTACKS = /^(?:attack|attacks|attacking|con|contra|against|no|disagree|objection|-|−|-1)$/i;

function relationOf(draft: DraftDebate, text: string, column: string, line: number): Relation {
  if (text !== '' && !SUPPORTS.test(text) && !ATTACKS.test(text))
    draft.note('unknown_value', `${column}: ${text}`, line);
  return ATTACKS.test(text) ? 'attack' : 'support';
}

function authorOf(draft: DraftDebate, name: string, people: Map<string, string>, line: number): string {
  if (name === '') return SYSTEM;
  const known = people.get(name) ?? draft.addParticipant(`person-${people.size + 1}`, name, line);
  people.set(name, known);
  return known;
}

/** A source by its web address or its title. An invalid address counts as a title. */
function sourceOf(draft: DraftDebate, text: string, column: string, line: number): string {
  const isAddress = /^\S+$/.test(text) && /^www\.|:\/|^[a-z]+:\S/i.test(text);
  if (!isAddress) return draft.citedSource({ title: text, url: '', locator: '' });
  const url = text.startsWith('www.') ? `https://${text}` : text;
  if (isWebAddress(url)) return draft.citedSource({ title: '', url, locator: '' });
  draft.note('bad_address', `${column}: ${text}`, line);
  return draft.citedSource({ title: text, url: '', locator: '' });
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(text);
}
