import type { Claim } from '../../debate/records/claim.ts';
import type { DebateState } from '../../debate/state.ts';
import { isWithheld } from '../../debate/withheld.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { csvRow, writeCsv } from './write-csv.ts';
import { type Deflate, writeZip } from './zip.ts';

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
export function* writePolisSet(debate: ExchangedDebate, deflate?: Deflate): Generator<'' | Uint8Array> {
  const conversation = yield* conversationSteps(debate);
  yield* writeZip(files(debate, conversation), deflate);
}

/** A claim as a comment of Polis. */
interface Statement {
  readonly claim: Claim;
  readonly number: number;
  readonly votes: readonly (readonly [voter: string, vote: number])[];
}

/** A debate as Polis has it. */
interface Conversation {
  /** By their numbers. */
  readonly statements: readonly Statement[];
  readonly voters: ReadonlySet<string>;
  /** The numbers of those who voted or wrote. */
  readonly people: ReadonlyMap<string, number>;
}

/** Claims between two breaths of whoever writes. */
const BREATH = 100;

function* conversationSteps({ state }: ExchangedDebate): Generator<'', Conversation> {
  const claims = [...state.claims.values()]
    .filter(({ id }) => !state.merges.has(id))
    .sort((a, b) => a.at - b.at);
  yield '';
  const numbers = numbersFor(
    claims.map(({ id }) => id),
    't-',
  );
  yield '';
  const statements: Statement[] = [];
  for (const claim of claims) {
    const votes: [string, number][] = [];
    state.votes.get(claim.id)?.forEach(({ answer }, voter) => {
      votes.push([voter, POLIS_ANSWERS[answer]]);
    });
    statements.push({ claim, number: numbers.get(claim.id) ?? 0, votes });
    if (statements.length % BREATH === 0) yield '';
  }
  const voters = new Set<string>();
  for (const [at, ofClaim] of [...state.votes.values()].entries()) {
    for (const voter of ofClaim.keys()) voters.add(voter);
    if (at % BREATH === 0) yield '';
  }
  const people = numbersFor([...new Set([...voters, ...claims.map(({ author }) => author)])], 'v-');
  yield '';
  return { statements: statements.sort((a, b) => a.number - b.number), voters, people };
}

function* files({ state }: ExchangedDebate, { statements, voters, people }: Conversation) {
  const written = new Map<string, number>();
  for (const { claim } of statements) written.set(claim.author, (written.get(claim.author) ?? 0) + 1);
  yield {
    name: 'summary.csv',
    pieces: writeCsv([
      ['topic', state.head?.title ?? ''],
      ['url', ''],
      ['voters', voters.size],
      ['voters-in-conv', voters.size],
      ['commenters', written.size],
      ['comments', statements.length],
      ['groups', 0],
      ['conversation-description', state.head?.motion ?? ''],
    ]),
  };
  yield { name: 'comments.csv', pieces: writeCsv(commentRows(state, statements, people)) };
  yield { name: 'votes.csv', pieces: voteRows(statements, people) };
  const rows = [...people]
    .sort(([, a], [, b]) => a - b)
    .map(([person, number]) => ({ person, number, written: written.get(person) ?? 0 }));
  yield { name: 'participants-votes.csv', pieces: matrix(statements, rows) };
}

function* commentRows(
  state: DebateState,
  statements: readonly Statement[],
  people: Conversation['people'],
): Generator<readonly (string | number)[]> {
  yield POLIS_COMMENTS;
  for (const { number, claim } of statements) {
    const { id, at, author, tally, text } = claim;
    const moderated = isWithheld(state, id) ? -1 : 1;
    yield [at, dateOf(at), number, people.get(author) ?? 0, tally.agree, tally.disagree, moderated, text];
  }
}

/** When a vote was given is told to nobody, nor is it in the debate: it has the time of its claim. */
function* voteRows(statements: readonly Statement[], people: Conversation['people']): Generator<string> {
  yield `${csvRow(POLIS_VOTES)}\r\n`;
  for (const { number, claim, votes } of statements) {
    const begins = csvRow([claim.at, dateOf(claim.at), number]);
    for (const [voter, vote] of votes) yield `${begins},${people.get(voter) ?? 0},${vote}\r\n`;
  }
}

interface MatrixRow {
  readonly person: string;
  readonly number: number;
  /** How many claims they wrote. */
  readonly written: number;
}

/** A column for each claim: a thousand people and ten thousand claims are ten million cells, nearly all of them empty. */
function* matrix(statements: readonly Statement[], people: readonly MatrixRow[]): Generator<string> {
  const numbers = statements.map(({ number }) => number);
  const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...numbers];
  yield `${head.join(',')}\r\n`;
  const ofPerson = new Map<string, [column: number, vote: number][]>();
  for (const [column, { votes }] of statements.entries()) {
    for (const [voter, vote] of votes) {
      const own = ofPerson.get(voter);
      if (own) own.push([column, vote]);
      else ofPerson.set(voter, [[column, vote]]);
    }
    if (column % BREATH === 0) yield '';
  }
  for (const { person, number, written } of people) {
    const votes = ofPerson.get(person) ?? [];
    const count = (of: number) => votes.filter(([, vote]) => vote === of).length;
    let row = [number, '', written, votes.length, count(1), count(-1)].join(',');
    let at = -1;
    for (const [column, vote] of votes) {
      row += ','.repeat(column - at) + vote;
      at = column;
    }
    yield `${row}${','.repeat(numbers.length - 1 - at)}\r\n`;
  }
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
