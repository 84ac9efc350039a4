import { LIMITS } from '../../debate/engine/limits.ts';
import type { OpinionsMoment } from './gather-opinions.ts';
import { farApart, leastAnswersTo } from './opinion-groups.ts';
import { answerCount, type Opinions } from './opinions.ts';
import { opinionPlane } from './principal-components.ts';

/** The number for a missing answer. */
const NONE = 2;

/** Most groups that are tried: as many people stand first. */
const BEGINNINGS = 5;

/**
 * The last moment whose votes may leave as rows; `null`: none yet. Each is one at which voting was over. Files stay known, and it may be known
 * who voted between two of them. So people are counted by their history over all files (came, kept, changed or withdrew their votes in
 * each): every history is that of at least fifteen people, or the moment is passed over. It also is if its totals could be compared with
 * those shown (`fitsTotals`).
 */
export function releasedMoment<Moment extends OpinionsMoment>(moments: readonly Moment[]): Moment | null {
  let released: Moment | null = null;
  let histories: ReadonlyMap<string, string> = new Map();
  let files = 0;
  // By statement, as in the last file that had it: a claim may be hidden in one file and back in the next.
  const known = new Map<string, Answers>();
  for (const moment of moments) {
    const now = answersByStatement(moment);
    const compared = [...now.keys()].filter((statement) => known.has(statement));
    const votesIn = (answers: ReadonlyMap<string, Answers>, person: string) =>
      compared.map((statement) => answers.get(statement)?.get(person) ?? '');
    const voters = [...now.values()].flatMap((answers) => [...answers.keys()]);
    const next = new Map<string, string>();
    for (const person of new Set([...histories.keys(), ...voters])) {
      const before = histories.get(person) ?? ' '.repeat(files);
      next.set(person, before + stepOf(votesIn(known, person), votesIn(now, person)));
    }
    const people = new Map<string, number>();
    for (const history of next.values()) people.set(history, (people.get(history) ?? 0) + 1);
    if (people.size === 0 || [...people.values()].some((count) => count < LIMITS.ballotRows)) continue;
    if (!fitsTotals(moment, now)) continue;
    released = moment;
    [histories, files] = [next, files + 1];
    for (const [statement, answers] of now) known.set(statement, answers);
  }
  return released;
}

/** The answers to a statement, by person. */
type Answers = ReadonlyMap<string, number>;

/** A person's step in their history: their votes on the same claims, from one file to the next. */
function stepOf(before: readonly (number | '')[], now: readonly (number | '')[]): '-' | '+' | '=' | '~' {
  if (before.every((answer, at) => answer === now[at])) return '=';
  if (before.every((answer) => answer === '')) return '+';
  return now.every((answer) => answer === '') ? '-' : '~';
}

/**
 * True if each claim that may be in the rows shows its total as it is. Totals of these ballots differ by fifteen people
 * (`disclosed-totals.ts`), so no column differs from one by fewer.
 */
function fitsTotals({ totals }: OpinionsMoment, now: ReadonlyMap<string, Answers>): boolean {
  return [...now].every(
    ([statement, { size }]) =>
      totals === null || size < LIMITS.secretTotal || totals.get(statement)?.at(-1)?.length === 0,
  );
}

function answersByStatement({ participants, statements, cells }: OpinionsMoment): Map<string, Answers> {
  const all = new Map<string, Answers>();
  for (const [at, statement] of statements.entries()) {
    const answers = new Map<string, number>();
    for (const [row, person] of participants.entries()) {
      const answer = cells[row * statements.length + at] ?? NONE;
      if (answer !== NONE) answers.set(person, answer);
    }
    all.set(statement, answers);
  }
  return all;
}

/**
 * The votes of a moment as rows: on these claims, as far as at least five people voted on them; in an order that follows from the answers
 * alone, and not from the people. `null`: they are too few.
 */
export function rowsOf(opinions: Opinions, claims: ReadonlySet<string>): Opinions | null {
  const columns = [...opinions.statements.keys()].filter((at) => {
    const answered = opinions.answers.filter((row) => row[at] !== null).length;
    return claims.has(opinions.statements[at] ?? '') && answered >= LIMITS.secretTotal;
  });
  const people = [...opinions.participants.keys()]
    .map((person) => ({
      id: opinions.participants[person] ?? '',
      answers: columns.map((at) => opinions.answers[person]?.[at] ?? null),
    }))
    .filter(({ answers }) => answerCount(answers) > 0)
    .map((person) => ({ ...person, text: person.answers.join() }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  if (people.length < LIMITS.ballotRows) return null;
  const statements = columns.map((at) => opinions.statements[at] ?? '');
  const rows = asOpinions(people, statements);
  const order = beginningFarApart(rows);
  return asOpinions(
    order.flatMap((at) => people[at] ?? []),
    statements,
  );
}

type Row = { readonly id: string; readonly answers: Opinions['answers'][number] };

function asOpinions(people: readonly Row[], statements: readonly string[]): Opinions {
  return {
    participants: people.map(({ id }) => id),
    statements,
    answers: people.map(({ answers }) => answers),
    leftOut: new Set(),
  };
}

/**
 * People who answered enough first, and of these, people far apart from each other: Polis begins its groups with the first people, and keeps
 * the first fifteen in them, however little they answered.
 */
function beginningFarApart(rows: Opinions): number[] {
  const { projections } = opinionPlane(rows);
  const bound = leastAnswersTo(rows.statements);
  const isSettled = (row: number) => answerCount(rows.answers[row] ?? []) >= bound;
  const settled = [...rows.participants.keys()].filter(isSettled);
  const points = settled.map((row) => projections[row] ?? ([0, 0] as const));
  const first = farApart(points, Math.min(BEGINNINGS, points.length)).map((at) => settled[at] ?? 0);
  return [...new Set([...first, ...settled, ...rows.participants.keys()])];
}
