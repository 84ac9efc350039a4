import { sourcesOf } from '../../debate/gathered.ts';
import { standingAs } from '../../debate/merged.ts';
import type { Claim } from '../../debate/records/claim.ts';
import type { Passage } from '../../debate/records/source.ts';
import type { DebateState } from '../../debate/state.ts';
import type { ArgumentMap } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { readComment } from '../read-comment.ts';

type Rows = Iterable<readonly (string | number | boolean | null)[]>;

/** The files of our own set of tables, and the columns of each. A set is read back by these names. */
export const CSV_COLUMNS = {
  'debate.csv': ['title', 'motion', 'visibility', 'life', 'created_at'],
  'positions.csv': ['position_id', 'name', 'hue', 'summary'],
  'claims.csv': [
    'claim_id',
    'text',
    'target_kind',
    'target_id',
    'relation',
    'position_id',
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
    'link_id',
  ],
  'links.csv': ['link_id', 'from_claim_id', 'target_kind', 'target_id', 'relation', 'author_id', 'at'],
  'votes.csv': ['claim_id', 'participant_id', 'answer', 'wording'],
  'comments.csv': [
    'comment_id',
    'on_kind',
    'on_id',
    'reply_to',
    'text',
    'author_id',
    'author',
    'at',
    'resolved',
  ],
  'sources.csv': ['source_id', 'title', 'url', 'locator', 'excerpt', 'note', 'author_id'],
  'citations.csv': ['claim_id', 'source_id'],
  'articles.csv': ['source_id', 'text'],
  'passages.csv': ['passage_id', 'claim_id', 'source_id', 'exact', 'prefix', 'suffix', 'start', 'end'],
  'participants.csv': ['participant_id', 'name', 'role', 'team_id', 'joined_at'],
  'moderation.csv': ['seq', 'at', 'by', 'what', 'on', 'reason', 'note'],
} as const;

export type CsvFile = keyof typeof CSV_COLUMNS;

/** The rows of each table, the names of the columns first. */
export function* csvTables(debate: ExchangedDebate, map: ArgumentMap): Generator<readonly [CsvFile, Rows]> {
  for (const file of Object.keys(CSV_COLUMNS) as CsvFile[])
    yield [file, withHead(file, ROWS[file](debate, map))];
}

function* withHead(file: CsvFile, rows: Rows): Rows {
  yield CSV_COLUMNS[file];
  yield* rows;
}

const ROWS: Readonly<Record<CsvFile, (debate: ExchangedDebate, map: ArgumentMap) => Rows>> = {
  *'debate.csv'({ state: { head } }) {
    if (head) yield [head.title, head.motion, head.visibility, head.life, moment(head.createdAt)];
  },
  *'positions.csv'({ state }) {
    const positions = [...state.positions.values()].filter(({ removed }) => !removed);
    for (const { id, name, hue, summary } of positions.sort((a, b) => (a.order < b.order ? -1 : 1)))
      yield [id, name, hue, summary];
  },
  *'claims.csv'({ state, names }, map) {
    // In reading order, with the places they have now; then those that are not on the map.
    const links = new Map(map.claims.map(({ id, link }) => [id, link]));
    for (const id of new Set([...links.keys(), ...[...state.claims.keys()].sort()])) {
      const claim = state.claims.get(id);
      if (!claim) continue;
      const link = links.get(id) ?? state.links.get(claim.parentLink);
      const { text, positionId, author, at, wording, retracted, tally } = claim;
      yield [
        id,
        text,
        link?.target.kind ?? '',
        link?.target.id ?? '',
        link?.relation ?? '',
        positionId,
        author,
        names.get(author) ?? '',
        moment(at),
        wording,
        retracted,
        links.has(id) ? '' : stateOf(state, claim),
        state.merges.get(id)?.into ?? '',
        tally.agree,
        tally.disagree,
        tally.pass,
        claim.parentLink,
      ];
    }
  },
  *'links.csv'({ state }, map) {
    for (const { id, from, target, relation } of map.crossLinks) {
      const { author = '', at = 0 } = state.links.get(id) ?? {};
      yield [id, from, target.kind, target.id, relation, author, moment(at)];
    }
  },
  *'votes.csv'({ state }) {
    for (const [claimId, votes] of state.votes)
      for (const [voter, { answer, wording }] of votes) yield [claimId, voter, answer, wording];
  },
  *'comments.csv'({ state, names }) {
    for (const ids of state.commentsOn.values())
      for (const id of ids) {
        const comment = state.comments.get(id);
        if (!comment || comment.withdrawn) continue;
        const { on, replyTo, author, at, resolved } = comment;
        const text = readComment(state, names, comment.text);
        yield [id, on.kind, on.id, replyTo, text, author, names.get(author) ?? '', moment(at), resolved];
      }
  },
  *'sources.csv'({ state }) {
    for (const { id, title, url, locator, excerpt, note, author } of state.sources.values())
      yield [id, title, url, locator, excerpt, note, author];
  },
  *'citations.csv'({ state }) {
    for (const claim of state.claims.values())
      for (const source of sourcesOf(state, claim)) yield [claim.id, source];
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
  *'moderation.csv'({ state, names }) {
    const acts = [...state.acts.values()].sort((a, b) => a.seq - b.seq);
    for (const { seq, at, by, what, on, reason, note } of acts)
      yield [seq, moment(at), names.get(by) ?? by, what, on.join(' '), reason, note];
  },
};

/** What a claim cites word by word, and what was merged into it; of one that was merged it is told there. */
function passagesOf(state: DebateState, claimId: string): readonly Passage[] {
  if (state.merges.has(claimId)) return [];
  return standingAs(state, claimId).flatMap((id) => state.citations.get(id)?.passages ?? []);
}

/** Why a claim is not on the map for everybody. */
function stateOf(state: DebateState, { id, retracted }: Claim): string {
  const how = state.withheld.get(id)?.how;
  if (how) return how;
  if (state.merges.has(id)) return 'merged';
  return retracted ? 'retracted' : 'under_hidden';
}

/** A moment as spreadsheets and people read it. */
function moment(at: number): string {
  return new Date(at).toISOString();
}
