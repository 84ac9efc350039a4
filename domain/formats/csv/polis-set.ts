import { LIMITS } from '../../debate/engine/limits.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import type { Claim, Tally } from '../../debate/map/claim.ts';
import { isHiddenFromReaders } from '../../debate/visibility/hidden-content.ts';
import { NOBODY } from '../../debate/visibility/viewer.ts';
import type { BallotTable } from '../../debate/votes/ballot-rows.ts';
import { areTalliesRestricted } from '../../debate/votes/ballots.ts';
import type { Answer } from '../../debate/votes/vote.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { shownTally } from '../hidden-votes.ts';
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

/** Polis' columns about comments and groups; each group has four more (`groupColumns`). */
const POLIS_GROUPS = [
  'comment-id',
  'comment',
  'total-votes',
  'total-agrees',
  'total-disagrees',
  'total-passes',
] as const;

/**
 * The set of tables that Polis exports, as a ZIP: claims are its comments. People are numbers. Content a reader of the debate isn't shown
 * is left out, and `README.txt` says so. Of a ballot for research, voters are the rows of its table, and authors have other numbers.
 */
export function* writePolisSet(debate: ExchangedDebate, deflate?: Deflate): Generator<'' | Uint8Array> {
  const exchanged = { ...debate, ballots: ballotsInFile(debate) };
  const conversation = yield* conversationSteps(exchanged);
  yield* writeZip(files(exchanged, conversation), deflate);
}

/** The votes of a ballot for research, unless too few people voted on the claims of the file: it may be a branch. */
function ballotsInFile({ state, ballots }: ExchangedDebate): ExchangedDebate['ballots'] {
  if (ballots?.kind !== 'rows') return ballots;
  const inFile = new Set(statedClaims(state).map(({ id }) => id));
  const isInFile = ballots.claims.map((id) => inFile.has(id));
  const people = ballots.rows.filter(({ answers }) =>
    answers.some((answer, at) => answer !== null && isInFile[at]),
  );
  return people.length < LIMITS.ballotRows ? { kind: 'kept', why: 'few' } : ballots;
}

/** A claim as a comment of Polis. */
interface Statement {
  readonly claim: Claim;
  readonly number: number;
  readonly totals: Totals | null;
}

/** The votes on a claim as shown. */
type Totals = Pick<Tally, Answer>;

/** A person who voted, or wrote, by number. */
interface PolisPerson {
  readonly number: number;
  /** The number of their opinion group; `null`: unknown, or none. */
  readonly group: number | null;
  /** Number of claims they wrote. */
  readonly written: number;
  /** By column of the statements, in their order. */
  readonly votes: readonly (readonly [column: number, answer: Answer])[];
}

/** A debate in Polis' model. */
interface Conversation {
  /** By number. */
  readonly statements: readonly Statement[];
  /** By number; `null`: it is not known who voted how. */
  readonly people: readonly PolisPerson[] | null;
  /** The numbers of authors, as far as they are known. */
  readonly authors: ReadonlyMap<string, number>;
  /** True if each claim has one. */
  readonly hasAuthors: boolean;
  /** Number of opinion groups; 0: none are known. */
  readonly groups: number;
}

/** Claims, or people, per step of a writer. */
const BREATH = 100;

function* conversationSteps({ state, ballots }: ExchangedDebate): Generator<'', Conversation> {
  const claims = statedClaims(state).sort((a, b) => a.at - b.at);
  yield '';
  const numbers = numbersFor(
    claims.map(({ id }) => id),
    't-',
  );
  yield '';
  const numbered = claims
    .map((claim) => ({ claim, number: numbers.get(claim.id) ?? 0 }))
    .sort((a, b) => a.number - b.number);
  const columns = columnsOf(numbered);
  const writers = claims.map(({ author }) => author).filter((author) => author !== NOBODY);
  const hasAuthors = writers.length === claims.length;
  if (ballots?.kind === 'rows') return conversationOfRows(ballots, numbered);
  const statements = numbered.map((statement) => ({
    ...statement,
    totals: shownTally(state, statement.claim.tally),
  }));
  yield '';
  const votes = yield* votesByVoter(state, columns);
  const authors = numbersFor([...new Set([...votes.keys(), ...writers])], 'v-');
  const cast = totalsOf(
    [...votes.values()].map((own) => ({ votes: own })),
    columns.size,
  );
  const hasVotes =
    !areTalliesRestricted(state) &&
    numbered.every(({ claim }, column) => peopleIn(cast[column]) === peopleIn(claim.tally));
  if (!hasVotes)
    return {
      statements,
      people: null,
      authors: numbersFor([...new Set(writers)], 'v-'),
      hasAuthors,
      groups: 0,
    };
  const written = new Map<string, number>();
  for (const author of writers) written.set(author, (written.get(author) ?? 0) + 1);
  const people = [...authors]
    .sort(([, a], [, b]) => a - b)
    .map(([person, number]) => ({
      number,
      group: null,
      written: written.get(person) ?? 0,
      votes: votes.get(person) ?? [],
    }));
  return { statements, people, authors, hasAuthors, groups: 0 };
}

/** Claims of the tables: as in the analysis of opinions, without retracted and merged ones. */
function statedClaims({ claims, merges }: DebateState): Claim[] {
  return [...claims.values()].filter(({ id, retracted }) => !retracted && !merges.has(id));
}

/** Claims in their columns. */
function columnsOf(numbered: readonly Pick<Statement, 'claim'>[]): Map<string, number> {
  return new Map(numbered.map(({ claim: { id } }, column) => [id, column]));
}

/** The votes of a ballot for research, on claims that have rows: Polis' tools read no comment without totals or author. */
function conversationOfRows(
  table: Extract<BallotTable, { kind: 'rows' }>,
  numbered: readonly Omit<Statement, 'totals'>[],
): Conversation {
  const claims = new Set(table.claims);
  const counted = numbered.filter(({ claim }) => claims.has(claim.id));
  const people = rowsAsPeople(table, columnsOf(counted));
  const totals = totalsOf(people, counted.length);
  const writers = new Set(counted.map(({ claim }) => claim.author));
  const authors = new Map([...writers].map((author, nth) => [author, table.rows.length + nth]));
  const statements = counted.map((statement, column) => ({ ...statement, totals: totals[column] ?? null }));
  return { statements, people, authors, hasAuthors: !writers.has(NOBODY), groups: table.groups };
}

/** The rows of a table as people, on claims that are in the file. No row says who wrote what. */
function rowsAsPeople(
  { claims, rows }: Extract<BallotTable, { kind: 'rows' }>,
  columns: ReadonlyMap<string, number>,
): PolisPerson[] {
  const columnOf = claims.map((id) => columns.get(id));
  return rows
    .map(({ answers, group }, number) => {
      const votes = answers.flatMap((answer, at) => {
        const column = columnOf[at];
        return answer === null || column === undefined ? [] : [[column, answer] as const];
      });
      return { number, group, written: 0, votes: votes.sort(([a], [b]) => a - b) };
    })
    .filter(({ votes }) => votes.length > 0);
}

/** Everyone's votes on the claims of some columns. */
function* votesByVoter(
  state: DebateState,
  columns: ReadonlyMap<string, number>,
): Generator<'', Map<string, [column: number, answer: Answer][]>> {
  const votes = new Map<string, [number, Answer][]>();
  for (const [claimId, column] of columns) {
    for (const [voter, { answer }] of state.votes.get(claimId) ?? []) {
      const own = votes.get(voter);
      if (own) own.push([column, answer]);
      else votes.set(voter, [[column, answer]]);
    }
    if (column % BREATH === 0) yield '';
  }
  return votes;
}

/** By column, how many people gave each answer. */
function totalsOf(people: readonly Pick<PolisPerson, 'votes'>[], columns: number): Totals[] {
  const totals = Array.from({ length: columns }, () => ({ agree: 0, disagree: 0, pass: 0 }));
  for (const { votes } of people)
    for (const [column, answer] of votes) {
      const total = totals[column];
      if (total) total[answer] += 1;
    }
  return totals;
}

function* files({ state, ballots }: ExchangedDebate, conversation: Conversation) {
  const { statements, people, groups, hasAuthors } = conversation;
  const commenters = new Set(statements.map(({ claim }) => claim.author)).size;
  const voters = (people ?? []).filter(({ votes }) => votes.length > 0);
  const grouped = voters.filter(({ group }) => group !== null);
  const leftOut = sentencesOn(conversation, ballots);
  if (leftOut.length > 0) yield { name: 'README.txt', pieces: [`${leftOut.join('\r\n')}\r\n`] };
  yield {
    name: 'summary.csv',
    pieces: writeCsv([
      ['topic', state.head?.title ?? ''],
      ['url', ''],
      ...(people
        ? ([
            ['voters', voters.length],
            ['voters-in-conv', groups > 0 ? grouped.length : voters.length],
          ] as const)
        : []),
      ...(hasAuthors ? ([['commenters', commenters]] as const) : []),
      ['comments', statements.length],
      ...(groups > 0 ? ([['groups', groups]] as const) : []),
      ['conversation-description', state.head?.motion ?? ''],
    ]),
  };
  yield { name: 'comments.csv', pieces: writeCsv(commentRows(state, conversation)) };
  if (!people) return;
  yield { name: 'votes.csv', pieces: voteRows(statements, people) };
  yield { name: 'participant-votes.csv', pieces: matrix(statements, people) };
  if (groups > 0)
    yield { name: 'comment-groups.csv', pieces: writeCsv(groupRows(statements, people, groups)) };
}

/** The line of `README.txt` by which our reader detects that votes were left out. */
export const VOTES_LEFT_OUT =
  'Who voted how is not part of this export, so votes.csv, participant-votes.csv and the number of voters are left out.';

const NO_GROUPS = 'Opinion groups are not part of this export.';
const RESEARCH = 'This is a ballot for research: ';

/** True for the text of `README.txt` in a set of Parley's: each with claims has one of these sentences. */
export function isOwnReadme(text: string): boolean {
  return [VOTES_LEFT_OUT, NO_GROUPS, RESEARCH].some((sentence) => text.includes(sentence));
}

/** Sentences on data that is left out, with the reason. */
function sentencesOn(
  { statements, people, authors, hasAuthors, groups }: Conversation,
  ballots: ExchangedDebate['ballots'],
): string[] {
  const nobody = authors.get(NOBODY);
  return [
    ...(people ? [] : [VOTES_LEFT_OUT]),
    ...(ballots ? sentencesOnBallots(ballots) : []),
    ...(statements.some(({ totals }) => totals === null)
      ? [
          'Empty cells under agrees and disagrees are totals that are not shown in the debate; they do not mean 0.',
        ]
      : []),
    ...(hasAuthors
      ? []
      : [
          nobody === undefined
            ? 'Empty cells under author-id are authors who are not named in this export.'
            : `The author-id ${nobody} stands for all authors who are not named in this export.`,
        ]),
    ...(people?.some(({ votes }) => votes.length > 0)
      ? ['Times of votes are not part of this export: each vote has the time of the last comment.']
      : []),
    ...(statements.length > 0 && groups === 0 ? [NO_GROUPS] : []),
  ];
}

function sentencesOnBallots(ballots: BallotTable): string[] {
  if (ballots.kind === 'kept')
    return [
      ballots.why === 'voting'
        ? `${RESEARCH}its votes leave once no one may vote any more.`
        : `${RESEARCH}its votes leave once at least ${LIMITS.ballotRows} people have voted.`,
    ];
  return [
    `${RESEARCH}each voter-id is one person, in an order that follows from the answers alone. Authors have numbers of their own.`,
    `Claims that fewer than ${LIMITS.secretTotal} people voted on are left out, and claims that came after the votes.`,
  ];
}

function peopleIn({ agree, disagree, pass }: Totals = { agree: 0, disagree: 0, pass: 0 }): number {
  return agree + disagree + pass;
}

function* commentRows(
  state: DebateState,
  { statements, authors }: Conversation,
): Generator<readonly (string | number)[]> {
  yield POLIS_COMMENTS;
  for (const { number, claim, totals } of statements) {
    const { id, at, author, text } = claim;
    const moderated = isHiddenFromReaders(state, id) ? -1 : 1;
    const [agrees, disagrees] = [totals?.agree ?? '', totals?.disagree ?? ''];
    yield [secondsOf(at), dateOf(at), number, authors.get(author) ?? '', agrees, disagrees, moderated, text];
  }
}

/**
 * By person: tools number people as they meet them. The time of a vote is not shown to anyone, nor in the debate; no comment is later than
 * a vote on it.
 */
function* voteRows(statements: readonly Statement[], people: readonly PolisPerson[]): Generator<string> {
  yield `${csvRow(POLIS_VOTES)}\r\n`;
  const at = statements.reduce((latest, { claim }) => Math.max(latest, claim.at), 0);
  const begins = csvRow([secondsOf(at), dateOf(at)]);
  for (const { number, votes } of people) {
    const rows = votes.map(
      ([column, answer]) => `${begins},${statements[column]?.number},${number},${POLIS_ANSWERS[answer]}\r\n`,
    );
    yield rows.join('');
  }
}

/** A column for each claim: a thousand people and ten thousand claims are ten million cells, nearly all of them empty. */
function* matrix(statements: readonly Statement[], people: readonly PolisPerson[]): Generator<string> {
  const numbers = statements.map(({ number }) => number);
  const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...numbers];
  yield `${head.join(',')}\r\n`;
  for (const { number, group, written, votes } of people) {
    const count = (of: Answer) => votes.filter(([, answer]) => answer === of).length;
    let row = [number, group ?? '', written, votes.length, count('agree'), count('disagree')].join(',');
    let at = -1;
    for (const [column, answer] of votes) {
      row += ','.repeat(column - at) + POLIS_ANSWERS[answer];
      at = column;
    }
    yield `${row}${','.repeat(numbers.length - 1 - at)}\r\n`;
  }
}

/** The votes of each group on each comment that has votes; in total, as in Polis, those of people in groups. */
function* groupRows(
  statements: readonly Statement[],
  people: readonly PolisPerson[],
  groups: number,
): Generator<readonly (string | number)[]> {
  const all = Array.from({ length: groups }, (_, group) => group);
  yield [...POLIS_GROUPS, ...all.flatMap(groupColumns)];
  const grouped = people.filter(({ group }) => group !== null);
  const total = totalsOf(grouped, statements.length);
  const byGroup = all.map((each) =>
    totalsOf(
      grouped.filter(({ group }) => group === each),
      statements.length,
    ),
  );
  for (const [column, { number, claim, totals }] of statements.entries())
    if (totals !== null)
      yield [
        number,
        claim.text,
        ...[total, ...byGroup].flatMap((of) => [
          peopleIn(of[column]),
          of[column]?.agree ?? 0,
          of[column]?.disagree ?? 0,
          of[column]?.pass ?? 0,
        ]),
      ];
}

/** Groups have letters there, and numbers in the table of people. */
function groupColumns(group: number): string[] {
  const name = `group-${String.fromCharCode(97 + group)}`;
  return ['votes', 'agrees', 'disagrees', 'passes'].map((what) => `${name}-${what}`);
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

/** Polis' timestamps are whole seconds, as its dates are. */
function secondsOf(at: number): number {
  return Math.floor(at / 1_000);
}

function dateOf(at: number): string {
  return new Date(at).toUTCString();
}
