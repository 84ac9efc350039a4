import type { Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { hiddenIdsFor } from '../../debate/visibility/hidden-content.ts';
import type { Answer, Vote } from '../../debate/votes/vote.ts';
import { countingFor } from '../../debate/votes/vote-count.ts';
import type { Opinion, Opinions } from './opinions.ts';

/** The number for a missing answer. */
const NONE = 2;
/** The number for an answer. */
const OPINIONS: Readonly<Record<Answer, Opinion>> = { agree: 1, disagree: -1, pass: 0 };

/** Opinions as one array of numbers, fast to pass to another thread. */
export interface PackedOpinions {
  /** In the order in which they joined. */
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** By participant, then by statement: 1, 0, −1, or 2 for no answer. */
  readonly cells: Int8Array;
}

/** A disclosed total of a statement, as the people whose answer changed since, with their answer at that time; `null`: no answer. */
export type TotalSince = readonly (readonly [person: string, then: Opinion | null])[];

/** Opinions at a moment when they were disclosed, with the totals of a secret ballot disclosed until then. */
export interface OpinionsMoment extends PackedOpinions {
  /** By statement, first to last; `null`: the ballot is open. */
  readonly totals: ReadonlyMap<string, readonly TotalSince[]> | null;
}

/** The totals of a secret ballot disclosed so far. */
export function totalsSince({ claims, disclosedTotals }: DebateState): NonNullable<OpinionsMoment['totals']> {
  const opinionOf = (answer: string | null) => (isAnswer(answer) ? OPINIONS[answer] : null);
  return new Map(
    [...disclosedTotals]
      .filter(([id]) => claims.has(id))
      .map(([id, totals]) => [
        id,
        totals.map(({ since }) => [...since].map(([person, then]) => [person, opinionOf(then)] as const)),
      ]),
  );
}

function isAnswer(answer: string | null): answer is Answer {
  return answer !== null && answer in OPINIONS;
}

type VotesOnClaim = NonNullable<ReturnType<DebateState['votes']['get']>>;

/** The votes on a statement, and the data they were read from. */
interface Column {
  readonly of: readonly (VotesOnClaim | undefined)[];
  readonly voters: readonly string[];
  readonly answers: readonly Opinion[];
}

/** Opinions with the data kept for the next update: only statements with new votes are read again. */
export interface GatheredOpinions extends PackedOpinions {
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * The votes of a debate as opinions: on claims that exist and that everyone sees, by people in the order they joined. A vote on a merged
 * claim counts for the claim it was merged into. It can be paused between any two claims: a debate of a million votes would block everyone
 * else.
 */
export function* gatherOpinions(
  state: DebateState,
  before: GatheredOpinions | null = null,
): Steps<GatheredOpinions> {
  const statements = statementsOf(state);
  yield;
  const columns = new Map<string, Column>();
  const changed: number[] = [];
  for (const [at, statement] of statements.entries()) {
    const of = countingFor(state, statement).map((id) => state.votes.get(id));
    const known = before?.columns.get(statement);
    const isSame = known?.of.length === of.length && known.of.every((votes, nth) => votes === of[nth]);
    const column = isSame ? known : readColumn(of);
    columns.set(statement, column);
    if (column !== known) changed.push(at);
    yield;
  }
  const patched = before && isAlike(before.statements, statements) ? patch(before, columns, changed) : null;
  if (patched) return patched;
  const voters = new Set<string>();
  for (const column of columns.values()) {
    for (const voter of column.voters) voters.add(voter);
    yield;
  }
  const joinedAt = (id: string) => state.participants.get(id)?.joinedAt ?? Number.POSITIVE_INFINITY;
  const participants = [...voters].sort((a, b) => joinedAt(a) - joinedAt(b) || (a < b ? -1 : 1));
  yield;
  const rowOf = new Map(participants.map((id, row) => [id, row]));
  const cells = new Int8Array(participants.length * statements.length).fill(NONE);
  for (const [at, statement] of statements.entries()) {
    const { voters: ids = [], answers = [] } = columns.get(statement) ?? {};
    for (const [nth, id] of ids.entries())
      cells[(rowOf.get(id) ?? 0) * statements.length + at] = answers[nth] ?? NONE;
    yield;
  }
  return { participants, statements, cells, columns };
}

/** The previous opinions with new answers; `null`: someone voted for the first time, or withdrew their only vote. */
function patch(
  before: GatheredOpinions,
  columns: GatheredOpinions['columns'],
  changed: readonly number[],
): GatheredOpinions | null {
  const { participants, statements } = before;
  const rowOf = new Map(participants.map((id, row) => [id, row]));
  const cells = before.cells.slice();
  for (const at of changed) {
    const { voters = [], answers = [] } = columns.get(statements[at] ?? '') ?? {};
    // A person who left this column may have left them all.
    const stays = new Set(voters);
    if (before.columns.get(statements[at] ?? '')?.voters.some((id) => !stays.has(id))) return null;
    for (const [nth, id] of voters.entries()) {
      const row = rowOf.get(id);
      if (row === undefined) return null;
      cells[row * statements.length + at] = answers[nth] ?? NONE;
    }
  }
  return { participants, statements, cells, columns };
}

/** The claims that people vote on, as everyone sees them, by id. */
export function statementsOf(state: DebateState): string[] {
  const hidden = hiddenIdsFor(state, { seesAll: false, participantId: null });
  return [...state.claims.values()]
    .filter(({ id, retracted }) => !retracted && !hidden.has(id) && !state.merges.has(id))
    .map(({ id }) => id)
    .sort();
}

function isAlike(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, nth) => id === others[nth]);
}

/** The first of a person's votes counts: on the claim itself before those on claims merged into it. */
function readColumn(of: readonly (VotesOnClaim | undefined)[]): Column {
  const counted = new Map<string, Vote>();
  for (const votes of of)
    for (const [voter, vote] of votes ?? []) if (!counted.has(voter)) counted.set(voter, vote);
  return {
    of,
    voters: [...counted.keys()],
    answers: [...counted.values()].map(({ answer }) => OPINIONS[answer]),
  };
}

/** Opinions in the form used for calculations. */
export function unpackOpinions({ participants, statements, cells }: PackedOpinions): Opinions {
  const width = statements.length;
  const answers = participants.map((_, row) =>
    Array.from(cells.subarray(row * width, (row + 1) * width), (cell) =>
      cell === NONE ? null : (cell as Opinion),
    ),
  );
  return { participants, statements, answers, leftOut: new Set() };
}
