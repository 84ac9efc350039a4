import { addTo } from '../../collections/group-by.ts';
import { SYSTEM } from '../../debate/engine/entries.ts';
import type { Relation, Target } from '../../debate/map/link.ts';
import { HUES } from '../../debate/positions/position.ts';
import { ANSWERS } from '../../debate/votes/vote.ts';
import { DraftDebate } from '../draft-debate.ts';
import type { Imported, SetAsideReason } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { addGraph, type GraphEdge, type GraphNode } from '../graph.ts';
import { CONTEXT_COLUMNS, CSV_COLUMNS, type CsvFile, LATER_COLUMNS } from './csv-set.ts';
import { readTable } from './read-csv.ts';
import { unharmed } from './write-csv.ts';

type Files = ReadonlyMap<string, string>;

/** Reads our own set of tables: the current claims, their sources and cited passages, links, votes, comments, people. */
export function readCsvSet(files: Files, title = ''): Imported {
  const draft = new DraftDebate();
  draft.title = title;
  for (const { of } of rowsOf(files, 'debate.csv')) {
    draft.title = of('title') || title;
    draft.motion = of('motion');
  }
  for (const { line, of } of rowsOf(files, 'positions.csv')) {
    const hue = HUES.find((known) => known === of('hue'));
    if (!hue) draft.note('unknown_value', of('hue'), line);
    const position = { name: of('name'), summary: of('summary'), line, ...(hue && { hue }) };
    draft.addPosition({ id: idIn(of('position_id'), line), ...position });
  }
  for (const { line, of } of rowsOf(files, 'participants.csv')) {
    draft.addParticipant(idIn(of('participant_id'), line), of('name'), line);
  }
  for (const { line, of } of rowsOf(files, 'sources.csv')) {
    const [title, url, locator, excerpt, note] = [
      of('title'),
      of('url'),
      of('locator'),
      of('excerpt'),
      of('note'),
    ];
    draft.addSource(
      { id: idIn(of('source_id'), line), title, url, locator, excerpt, note, author: of('author_id') },
      line,
    );
  }
  for (const { line, of } of rowsOf(files, 'articles.csv')) {
    if (draft.hasSource(of('source_id'))) draft.addArticle(of('source_id'), of('text'), line);
    else draft.note('links_nothing', of('source_id'), line);
  }
  addClaims(draft, files);
  addPassages(draft, files);
  addVotes(draft, files);
  addComments(draft, files);
  return draft.finish();
}

/** Votes on the claims' current wordings: others would be about words that the set doesn't have. */
function addVotes(draft: DraftDebate, files: Files): void {
  const wordings = new Map<string, string>();
  for (const { of } of rowsOf(files, 'claims.csv')) wordings.set(of('claim_id'), of('wording'));
  for (const { line, of } of rowsOf(files, 'votes.csv')) {
    const claimId = of('claim_id');
    const answer = ANSWERS.find((known) => known === of('answer'));
    if (!answer) draft.note('unknown_value', of('answer'), line);
    else if (!draft.hasClaim(claimId)) draft.note('links_nothing', claimId, line);
    else if (of('wording') !== wordings.get(claimId)) draft.note('earlier_wording', claimId, line);
    else draft.addVote(claimId, draft.addParticipant(idIn(of('participant_id'), line)), answer, line);
  }
}

/** Why claims of a state are left out, where it isn't that not everyone saw them. */
const WHY_LEFT_OUT: Readonly<Record<string, SetAsideReason>> = { merged: 'merged', retracted: 'no_claim' };

function addClaims(draft: DraftDebate, files: Files): void {
  const cited = new Map<string, string[]>();
  for (const { line, of } of rowsOf(files, 'citations.csv')) {
    if (!draft.hasSource(of('source_id'))) draft.note('links_nothing', of('source_id'), line);
    else addTo(cited, of('claim_id'), of('source_id'));
  }
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const written = new Set<string>();
  for (const { line, of } of rowsOf(files, 'claims.csv')) {
    const id = idIn(of('claim_id'), line);
    if (written.has(id)) throw new FormatError('malformed', line, `claim ${id} appears twice`);
    written.add(id);
    // A merged claim is represented by another one, and what isn't shown to everyone is not imported.
    if (of('state') !== '') {
      draft.note(WHY_LEFT_OUT[of('state')] ?? 'not_public', of('text'), line);
      continue;
    }
    const retracted = isTrue(draft, of('retracted'), line);
    const author = of('author_id') || SYSTEM;
    const positionId = draft.hasPosition(of('position_id')) ? of('position_id') : null;
    nodes.push({
      id,
      text: of('text'),
      line,
      author,
      at: timeIn(of('at')),
      positionId,
      retracted,
      sources: cited.get(id) ?? [],
    });
    const [to, relation] = [
      targetIn(of('target_kind'), of('target_id'), line),
      relationIn(of('relation'), line),
    ];
    edges.push({ id: idIn(of('link_id') || `l-${id}`, line), from: id, to, relation, line });
  }
  for (const { line, of } of rowsOf(files, 'links.csv')) {
    const [to, relation] = [
      targetIn(of('target_kind'), of('target_id'), line),
      relationIn(of('relation'), line),
    ];
    edges.push({ id: idIn(of('link_id'), line), from: of('from_claim_id'), to, relation, line });
  }
  addGraph(draft, nodes, edges);
}

/** Passages of sources that their claims cite. */
function addPassages(draft: DraftDebate, files: Files): void {
  for (const { line, of } of rowsOf(files, 'passages.csv')) {
    const [id, claimId, sourceId] = [idIn(of('passage_id'), line), of('claim_id'), of('source_id')];
    const words = { exact: of('exact'), prefix: of('prefix'), suffix: of('suffix') };
    const places = { start: placeIn(of('start'), line), end: placeIn(of('end'), line) };
    if (draft.cites(claimId, sourceId))
      draft.addPassage(claimId, { id, sourceId, ...words, ...places }, line);
    else draft.note('links_nothing', words.exact, line);
  }
}

function addComments(draft: DraftDebate, files: Files): void {
  const targets = new Map<string, string>();
  for (const { line, of } of rowsOf(files, 'comments.csv')) {
    if (of('state') !== '') {
      draft.note('not_public', of('text'), line);
      continue;
    }
    const [on, replyTo] = [targetIn(of('on_kind'), of('on_id'), line), of('reply_to') || null];
    const isThere =
      on.kind === 'position'
        ? draft.hasPosition(on.id)
        : on.kind === 'claim'
          ? draft.hasClaim(on.id)
          : draft.hasLink(on.id);
    if (!isThere) {
      draft.note('links_nothing', of('text'), line);
      continue;
    }
    const id = idIn(of('comment_id'), line);
    targets.set(id, on.id);
    const author = of('author_id') || SYSTEM;
    draft.addComment(
      {
        id,
        on,
        replyTo: replyTo && targets.get(replyTo) === on.id ? replyTo : null,
        text: of('text'),
        author,
        at: timeIn(of('at')),
        resolved: isTrue(draft, of('resolved'), line),
      },
      line,
    );
  }
}

/** Rows of one of the files, with cells as before escaping. A missing file has no rows; only that of the claims is required. */
function* rowsOf<File extends CsvFile>(files: Files, file: File) {
  const text = files.get(file);
  if (text === undefined && file === 'claims.csv') throw new FormatError('missing_file', null, file);
  const later = LATER_COLUMNS[file] ?? [];
  const columns = CSV_COLUMNS[file].filter((name) => !CONTEXT_COLUMNS.has(name) && !later.includes(name));
  for (const { line, of } of readTable(text ?? columns.join(','), file, columns, later))
    yield { line, of: (name: (typeof CSV_COLUMNS)[File][number]) => unharmed(of(name)) };
}

function idIn(text: string, line: number): string {
  if (!/^[A-Za-z0-9_-]{3,40}$/.test(text))
    throw new FormatError('bad_record', line, `the id “${text.slice(0, 60)}”`);
  return text;
}

function targetIn(kind: string, id: string, line: number): Target {
  if (kind !== 'position' && kind !== 'claim' && kind !== 'link')
    throw new FormatError('bad_record', line, `the kind “${kind.slice(0, 60)}”`);
  return { kind, id: idIn(id, line) };
}

function relationIn(text: string, line: number): Relation {
  if (text !== 'support' && text !== 'attack')
    throw new FormatError('bad_record', line, `the relation “${text.slice(0, 60)}”`);
  return text;
}

/** A yes or no, in any case: spreadsheets save TRUE and FALSE. Empty is no. */
function isTrue(draft: DraftDebate, text: string, line: number): boolean {
  const value = text.trim().toLowerCase();
  if (value !== 'true' && value !== 'false' && value !== '') draft.note('unknown_value', text, line);
  return value === 'true';
}

/** A place in a text, in UTF-16 units. */
function placeIn(text: string, line: number): number {
  if (!/^\d{1,7}$/.test(text)) throw new FormatError('bad_record', line, `the place “${text.slice(0, 60)}”`);
  return Number(text);
}

function timeIn(text: string): number {
  const at = Date.parse(text);
  return Number.isFinite(at) && at >= 0 ? at : 0;
}
