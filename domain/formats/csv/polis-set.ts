import { isWithheld } from '../../debate/withheld.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { writeCsv } from './write-csv.ts';
import { writeZip } from './zip.ts';

export const POLIS_COMMENTS = [
  'timestamp',
  'datetime',
  'comment-id',
  'author-id',
  'agrees',
  'disagrees',
  'moderated',
  'comment-body',
] as const;
export const POLIS_VOTES = ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'] as const;

/** How Polis counts an answer. */
export const POLIS_ANSWERS = { agree: 1, pass: 0, disagree: -1 } as const;

/** The set of tables that Polis exports, as a ZIP: claims are its comments. Whoever is named in Parley has a number here. */
export function writePolisSet(debate: ExchangedDebate): Generator<Uint8Array> {
  return writeZip(files(debate));
}

function* files({ state }: ExchangedDebate) {
  const claims = [...state.claims.values()]
    .filter(({ id }) => !state.merges.has(id))
    .sort((a, b) => a.at - b.at);
  const comments = numbersFor(
    claims.map(({ id }) => id),
    't-',
  );
  const voters = [...new Set([...state.votes.values()].flatMap((votes) => [...votes.keys()]))];
  const authors = claims.map(({ author }) => author);
  const people = numbersFor([...new Set([...voters, ...authors])], 'v-');
  const commenters = new Set(authors).size;
  yield {
    name: 'summary.csv',
    pieces: writeCsv([
      ['topic', state.head?.title ?? ''],
      ['url', ''],
      ['voters', voters.length],
      ['voters-in-conv', voters.length],
      ['commenters', commenters],
      ['comments', claims.length],
      ['groups', 0],
      ['conversation-description', state.head?.motion ?? ''],
    ]),
  };
  const byNumber = [...claims].sort((a, b) => (comments.get(a.id) ?? 0) - (comments.get(b.id) ?? 0));
  const moderated = new Map(claims.map(({ id }) => [id, isWithheld(state, id) ? -1 : 1]));
  yield {
    name: 'comments.csv',
    pieces: writeCsv(
      rows(POLIS_COMMENTS, byNumber, ({ id, at, author, tally, text }) => [
        at,
        dateOf(at),
        comments.get(id) ?? 0,
        people.get(author) ?? 0,
        tally.agree,
        tally.disagree,
        moderated.get(id) ?? 0,
        text,
      ]),
    ),
  };
  const votes = byNumber.flatMap(({ id, at }) =>
    [...(state.votes.get(id) ?? [])].map(([voter, { answer }]) => ({ id, at, voter, answer })),
  );
  yield {
    name: 'votes.csv',
    pieces: writeCsv(
      // When a vote was given is told to nobody, nor is it in the debate.
      rows(POLIS_VOTES, votes, ({ id, at, voter, answer }) => [
        at,
        dateOf(at),
        comments.get(id) ?? 0,
        people.get(voter) ?? 0,
        POLIS_ANSWERS[answer],
      ]),
    ),
  };
  const columns = new Map(byNumber.map(({ id }, column) => [id, column]));
  const ofPerson = new Map<string, [column: number, vote: number][]>();
  for (const { id, voter, answer } of votes) {
    const vote: [number, number] = [columns.get(id) ?? 0, POLIS_ANSWERS[answer]];
    const own = ofPerson.get(voter);
    if (own) own.push(vote);
    else ofPerson.set(voter, [vote]);
  }
  const written = new Map<string, number>();
  for (const author of authors) written.set(author, (written.get(author) ?? 0) + 1);
  yield {
    name: 'participants-votes.csv',
    pieces: matrix(
      byNumber.map(({ id }) => comments.get(id) ?? 0),
      [...people]
        .sort(([, a], [, b]) => a - b)
        .map(([person, number]) => ({
          number,
          written: written.get(person) ?? 0,
          votes: ofPerson.get(person) ?? [],
        })),
    ),
  };
}

interface MatrixRow {
  readonly number: number;
  readonly written: number;
  /** By column. */
  readonly votes: readonly (readonly [column: number, vote: number])[];
}

/** A column for each claim: a thousand people and ten thousand claims are ten million cells, nearly all of them empty. */
function* matrix(columns: readonly number[], people: readonly MatrixRow[]): Generator<string> {
  const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...columns];
  yield `${head.join(',')}\r\n`;
  for (const { number, written, votes } of people) {
    const count = (of: number) => votes.filter(([, vote]) => vote === of).length;
    let row = [number, '', written, votes.length, count(1), count(-1)].join(',');
    let at = -1;
    for (const [column, vote] of votes) {
      row += ','.repeat(column - at) + vote;
      at = column;
    }
    yield `${row}${','.repeat(columns.length - 1 - at)}\r\n`;
  }
}

type Cells = readonly (string | number)[];

function* rows<T>(
  head: readonly string[],
  records: readonly T[],
  row: (record: T) => Cells,
): Generator<Cells> {
  yield head;
  for (const record of records) yield row(record);
}

/** Numbers for ids: of what came from Polis the one it had there, of the others the next. */
function numbersFor(ids: readonly string[], prefix: string): Map<string, number> {
  const known = ids.flatMap((id) => (isNumbered(id, prefix) ? [Number(id.slice(prefix.length))] : []));
  let next = known.reduce((highest, number) => Math.max(highest, number), -1) + 1;
  return new Map(ids.map((id) => [id, isNumbered(id, prefix) ? Number(id.slice(prefix.length)) : next++]));
}

function isNumbered(id: string, prefix: string): boolean {
  return id.startsWith(prefix) && /^\d{1,9}$/.test(id.slice(prefix.length));
}

function dateOf(at: number): string {
  return new Date(at).toUTCString();
}
