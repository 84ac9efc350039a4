import type { DebateState } from '../../debate/engine/state.ts';
import type { Claim, Tally } from '../../debate/map/claim.ts';
import { isHiddenFromReaders } from '../../debate/visibility/hidden-content.ts';
import { NOBODY } from '../../debate/visibility/viewer.ts';
import { areTalliesRestricted } from '../../debate/votes/ballots.ts';
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

/** Polis' numbers for answers. */
export const POLIS_ANSWERS = { agree: 1, pass: 0, disagree: -1 } as const;

/**
 * The set of tables that Polis exports, as a ZIP: claims are its comments. People are numbers. Content a reader of the debate isn't shown
 * is left out, and `README.txt` says so.
 */
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

/** A debate in Polis' model. */
interface Conversation {
  /** By number. */
  readonly statements: readonly Statement[];
  readonly voters: ReadonlySet<string>;
  /** The numbers of people who voted or wrote, as far as they are known. */
  readonly people: ReadonlyMap<string, number>;
  /** True if it contains every vote: no projection has other people's. */
  readonly hasVotes: boolean;
  readonly hasAuthors: boolean;
}

/** Claims per step of a writer. */
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
  const hasVotes =
    !areTalliesRestricted(state) &&
    statements.every(({ claim: { tally }, votes }) => votes.length === totalOf(tally));
  const authors = claims.map(({ author }) => author).filter((author) => author !== NOBODY);
  const people = numbersFor([...new Set([...(hasVotes ? voters : []), ...authors])], 'v-');
  yield '';
  return {
    statements: statements.sort((a, b) => a.number - b.number),
    voters,
    people,
    hasVotes,
    hasAuthors: authors.length === claims.length,
  };
}

function* files({ state }: ExchangedDebate, conversation: Conversation) {
  const { statements, voters, people, hasVotes, hasAuthors } = conversation;
  const written = new Map<string, number>();
  for (const { claim } of statements) written.set(claim.author, (written.get(claim.author) ?? 0) + 1);
  const leftOut = sentencesOn(state, conversation);
  if (leftOut.length > 0) yield { name: 'README.txt', pieces: [`${leftOut.join('\r\n')}\r\n`] };
  yield {
    name: 'summary.csv',
    pieces: writeCsv([
      ['topic', state.head?.title ?? ''],
      ['url', ''],
      ...(hasVotes
        ? ([
            ['voters', voters.size],
            ['voters-in-conv', voters.size],
          ] as const)
        : []),
      ...(hasAuthors ? ([['commenters', written.size]] as const) : []),
      ['comments', statements.length],
      ['conversation-description', state.head?.motion ?? ''],
    ]),
  };
  yield { name: 'comments.csv', pieces: writeCsv(commentRows(state, statements, people)) };
  if (!hasVotes) return;
  yield { name: 'votes.csv', pieces: voteRows(statements, people) };
  const rows = [...people]
    .sort(([, a], [, b]) => a - b)
    .map(([person, number]) => ({ person, number, written: written.get(person) ?? 0 }));
  yield { name: 'participants-votes.csv', pieces: matrix(statements, rows) };
}

/** The line of `README.txt` by which our reader detects that votes were left out. */
export const VOTES_LEFT_OUT =
  'Who voted how is not part of this export, so votes.csv, participants-votes.csv and the number of voters are left out.';

/** Skipped rows, with the reason. */
function sentencesOn(state: DebateState, { statements, hasVotes, hasAuthors }: Conversation): string[] {
  return [
    ...(hasVotes ? [] : [VOTES_LEFT_OUT]),
    ...(areTalliesRestricted(state)
      ? [
          'Empty cells under agrees and disagrees are totals that are not shown in the debate; they do not mean 0.',
        ]
      : []),
    ...(hasAuthors ? [] : ['Empty cells under author-id are authors who are not named in this export.']),
    ...(hasVotes && statements.some(({ votes }) => votes.length > 0)
      ? ['Times of votes are not part of this export: each vote has the time of its comment.']
      : []),
    ...(statements.length > 0 ? ['Opinion groups are not part of this export.'] : []),
  ];
}

/** Visible totals; empty cells for hidden ones. */
function shownTotals(
  state: DebateState,
  { tally }: Claim,
): readonly [agrees: number | '', disagrees: number | ''] {
  if (areTalliesRestricted(state) && totalOf(tally) === 0) return ['', ''];
  return [tally.agree, tally.disagree];
}

function totalOf({ agree, disagree, pass }: Tally): number {
  return agree + disagree + pass;
}

function* commentRows(
  state: DebateState,
  statements: readonly Statement[],
  people: Conversation['people'],
): Generator<readonly (string | number)[]> {
  yield POLIS_COMMENTS;
  for (const { number, claim } of statements) {
    const { id, at, author, text } = claim;
    const moderated = isHiddenFromReaders(state, id) ? -1 : 1;
    yield [at, dateOf(at), number, people.get(author) ?? '', ...shownTotals(state, claim), moderated, text];
  }
}

/** The time of a vote is not shown to anyone, nor in the debate: it gets the time of its claim. */
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
  /** Number of claims they wrote. */
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

/** Numbers for ids: the original ones for content from Polis, the next ones for others. */
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
