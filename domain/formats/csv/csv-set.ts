import type { DebateState } from '../../debate/engine/state.ts';
import { sourcesOf } from '../../debate/lineage/merged-contents.ts';
import type { Claim } from '../../debate/map/claim.ts';
import { mergeGroup, targetNow } from '../../debate/map/merged.ts';
import { remainingPositions } from '../../debate/map/positions-in-order.ts';
import { awaitsRecognition } from '../../debate/map/steelman.ts';
import type { Passage } from '../../debate/sources/source.ts';
import { isHiddenFromReaders } from '../../debate/visibility/hidden-content.ts';
import type { ArgumentMap } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { shownTally } from '../hidden-votes.ts';
import { readComment } from '../read-comment.ts';
import { pollRows, roundRows } from './poll-rows.ts';
import type { CsvRows } from './write-csv.ts';

/** The files of our own set of tables, and the columns of each. A set is read back by these names. */
export const CSV_COLUMNS = {
  'debate.csv': ['title', 'motion', 'visibility', 'status', 'created_at'],
  'positions.csv': ['position_id', 'name', 'hue', 'summary'],
  'claims.csv': [
    'claim_id',
    'text',
    'outline_number',
    'parent_text',
    'target_kind',
    'target_id',
    'relation',
    'position_id',
    'position_name',
    'author_id',
    'author',
    'at',
    'wording',
    'retracted',
    'state',
    'merged_into',
    'agree',
    'disagree',
    'pass',
    'votes_shown',
    'link_id',
    'best_case_by',
    'recognized',
  ],
  'links.csv': [
    'link_id',
    'from_claim_id',
    'from_number',
    'target_kind',
    'target_id',
    'target_number',
    'target_text',
    'relation',
    'author_id',
    'at',
  ],
  'votes.csv': ['claim_id', 'claim_number', 'participant_id', 'answer', 'wording'],
  'comments.csv': [
    'comment_id',
    'on_kind',
    'on_id',
    'on_number',
    'on_text',
    'reply_to',
    'text',
    'author_id',
    'author',
    'at',
    'resolved',
    'state',
  ],
  'sources.csv': ['source_id', 'title', 'url', 'locator', 'excerpt', 'note', 'author_id'],
  'citations.csv': ['claim_id', 'claim_number', 'source_id', 'source_title'],
  'articles.csv': ['source_id', 'text'],
  'passages.csv': ['passage_id', 'claim_id', 'source_id', 'exact', 'prefix', 'suffix', 'start', 'end'],
  'participants.csv': ['participant_id', 'name', 'role', 'team_id', 'joined_at'],
  'polls.csv': [
    'poll_id',
    'kind',
    'form',
    'question',
    'at',
    'open',
    'secret',
    'answered',
    'shown',
    'right_number',
    'mean',
    'median',
    'first_quartile',
    'third_quartile',
    'answer_number',
    'answer',
    'people',
    'points',
    'wins',
  ],
  'run-off.csv': [
    'poll_id',
    'question',
    'round',
    'shown',
    'answer_number',
    'answer',
    'people',
    'leaves',
    'exhausted',
  ],
  'moderation.csv': ['seq', 'at', 'by', 'what', 'on', 'reason', 'note'],
} as const;

/** Columns that a set is read without: they follow from other tables, or are only for people (`status` was called `life` once). */
export const CONTEXT_COLUMNS: ReadonlySet<string> = new Set([
  'outline_number',
  'parent_text',
  'position_name',
  'from_number',
  'target_number',
  'target_text',
  'claim_number',
  'on_number',
  'on_text',
  'source_title',
  'votes_shown',
  'status',
]);

/** Columns that sets from before them lack. */
export const LATER_COLUMNS: Readonly<Record<string, readonly string[]>> = { 'comments.csv': ['state'] };

export type CsvFile = keyof typeof CSV_COLUMNS;

/** The rows of each table, the names of the columns first. */
export function* csvTables(
  debate: ExchangedDebate,
  map: ArgumentMap,
): Generator<readonly [CsvFile, CsvRows]> {
  for (const file of Object.keys(CSV_COLUMNS) as CsvFile[])
    yield [file, withHead(file, ROWS[file](debate, map))];
}

function* withHead(file: CsvFile, rows: CsvRows): CsvRows {
  yield CSV_COLUMNS[file];
  yield* rows;
}

const ROWS: Readonly<Record<CsvFile, (debate: ExchangedDebate, map: ArgumentMap) => CsvRows>> = {
  *'debate.csv'({ state: { head } }) {
    if (head) yield [head.title, head.motion, head.visibility, head.status, moment(head.createdAt)];
  },
  *'positions.csv'({ state }) {
    for (const { id, name, hue, summary } of remainingPositions(state)) yield [id, name, hue, summary];
  },
  *'claims.csv'({ state, names }, map) {
    const context = contextOf(state, map);
    // In reading order, with their current places; then those that are not on the map.
    const links = new Map(map.claims.map(({ id, link }) => [id, link]));
    for (const id of new Set([...links.keys(), ...[...state.claims.keys()].sort()])) {
      const claim = state.claims.get(id);
      if (!claim) continue;
      const link = links.get(id) ?? state.links.get(claim.parentLink);
      const { text, positionId, author, at, wording, retracted } = claim;
      const votes = shownTally(state, claim.tally);
      yield [
        id,
        text,
        context.numberOf(id),
        context.textOf(link?.target.id),
        link?.target.kind ?? '',
        link?.target.id ?? '',
        link?.relation ?? '',
        positionId,
        state.positions.get(positionId ?? '')?.name ?? '',
        author,
        names.get(author) ?? '',
        moment(at),
        wording,
        retracted,
        links.has(id) ? '' : stateOf(state, claim),
        state.merges.get(id)?.into ?? '',
        ...(votes ? [votes.agree, votes.disagree, votes.pass] : ['', '', '']),
        votes !== null,
        claim.parentLink,
        claim.steelman?.by ?? '',
        claim.steelman ? !awaitsRecognition(claim) : '',
      ];
    }
  },
  *'links.csv'({ state }, map) {
    const { numberOf, textOf } = contextOf(state, map);
    for (const { id, from, target, relation } of map.crossLinks) {
      const { author = '', at = 0 } = state.links.get(id) ?? {};
      const to = [target.kind, target.id, numberOf(target.id), textOf(target.id)];
      yield [id, from, numberOf(from), ...to, relation, author, moment(at)];
    }
  },
  *'votes.csv'({ state }, map) {
    const { numberOf } = contextOf(state, map);
    for (const [claimId, votes] of state.votes)
      for (const [voter, { answer, wording }] of votes)
        yield [claimId, numberOf(claimId), voter, answer, wording];
  },
  *'comments.csv'({ state, names }, map) {
    const { numberOf, textOf } = contextOf(state, map);
    for (const ids of state.commentsOn.values())
      for (const id of ids) {
        const comment = state.comments.get(id);
        if (!comment || comment.withdrawn) continue;
        const { replyTo, author, at, resolved } = comment;
        const on = targetNow(state, comment.on);
        const text = readComment(state, names, comment.text);
        const place = [on.kind, on.id, numberOf(on.id), textOf(on.id)];
        const hidden = hiddenState(state, id);
        yield [id, ...place, replyTo, text, author, names.get(author) ?? '', moment(at), resolved, hidden];
      }
  },
  *'sources.csv'({ state }) {
    for (const { id, title, url, locator, excerpt, note, author } of state.sources.values())
      yield [id, title, url, locator, excerpt, note, author];
  },
  *'citations.csv'({ state }, map) {
    const { numberOf } = contextOf(state, map);
    for (const claim of state.claims.values())
      for (const source of sourcesOf(state, claim))
        yield [claim.id, numberOf(claim.id), source, state.sources.get(source)?.title ?? ''];
  },
  *'articles.csv'({ state }) {
    for (const { id, text } of state.articles.values()) if (text !== '') yield [id, text];
  },
  *'passages.csv'({ state }) {
    for (const { id: claimId } of state.claims.values())
      for (const { id, sourceId, exact, prefix, suffix, start, end } of passagesOf(state, claimId))
        yield [id, claimId, sourceId, exact, prefix, suffix, start, end];
  },
  *'participants.csv'({ state, names }) {
    for (const { id, role, team, joinedAt } of state.participants.values())
      yield [id, names.get(id) ?? '', role, team, moment(joinedAt)];
  },
  'polls.csv': ({ state }) => pollRows(state),
  'run-off.csv': ({ state }) => roundRows(state),
  *'moderation.csv'({ state, names }) {
    const acts = [...state.moderationLog.values()].sort((a, b) => a.seq - b.seq);
    // One row for each subject of an action.
    for (const { seq, at, by, what, on, reason, note } of acts)
      for (const id of on.length > 0 ? on : [''])
        yield [seq, moment(at), names.get(by) ?? by, what, id, reason, note];
  },
};

/** Numbers in the outline, and texts, by the ids of positions, claims and links; a link has those of its source claim. */
interface Context {
  readonly numberOf: (id: string) => string;
  readonly textOf: (id: string | undefined) => string;
}

const contexts = new WeakMap<ArgumentMap, Context>();

function contextOf(state: DebateState, map: ArgumentMap): Context {
  const known = contexts.get(map);
  if (known) return known;
  const numbers = new Map([...map.positions, ...map.claims].map(({ id, number }) => [id, number]));
  for (const { link, number } of map.claims) numbers.set(link.id, number);
  const context: Context = {
    numberOf: (id) => numbers.get(id) ?? numbers.get(state.links.get(id)?.from ?? '') ?? '',
    textOf: (id = '') =>
      state.positions.get(id)?.name ?? state.claims.get(state.links.get(id)?.from ?? id)?.text ?? '',
  };
  contexts.set(map, context);
  return context;
}

/** Passages a claim cites, including those of claims merged into it; those of a merged claim are listed there. */
function passagesOf(state: DebateState, claimId: string): readonly Passage[] {
  if (state.merges.has(claimId)) return [];
  return mergeGroup(state, claimId).flatMap((id) => state.citations.get(id)?.passages ?? []);
}

/** Why a claim is not on the map for everyone. */
function stateOf(state: DebateState, { id, retracted }: Claim): string {
  if (state.hidden.has(id)) return hiddenState(state, id);
  if (state.merges.has(id)) return 'merged';
  return retracted ? 'retracted' : 'under_hidden';
}

/** Why content isn't shown to everyone; empty: it is. */
function hiddenState(state: DebateState, id: string): string {
  return state.hidden.get(id)?.status ?? (isHiddenFromReaders(state, id) ? 'under_hidden' : '');
}

/** A moment as spreadsheets and people read it. */
function moment(at: number): string {
  return new Date(at).toISOString();
}
