import { LIMITS } from '../../debate/engine/limits.ts';
import type { BallotTable } from '../../debate/votes/ballot-rows.ts';
import type { Answer } from '../../debate/votes/vote.ts';
import { type OpinionsMoment, unpackOpinions } from './gather-opinions.ts';
import { findOpinions, type OpinionFindings } from './opinion-findings.ts';
import { ENOUGH_PEOPLE, leastAnswersTo } from './opinion-groups.ts';
import type { Count, Opinion, Opinions } from './opinions.ts';
import type { PlanePoint } from './principal-components.ts';
import { releasedMoment, rowsOf } from './released-rows.ts';
import {
  type DisclosableParts,
  type DisclosedSoFar,
  NOTHING_DISCLOSED,
  secretParts,
} from './secret-parts.ts';

/** Maximum statements listed per kind: nobody reads more. */
const LISTED = 6;

/** A group's answer to a statement. */
export interface GroupAnswer {
  readonly agree: number;
  readonly disagree: number;
  readonly answered: number;
}

/** A statement with the groups' answers. */
export interface DisclosedStatement {
  readonly id: string;
  /** The group-informed consensus of the groups that are disclosed. */
  readonly consensus: number;
  /** By group; `null`: not disclosed. */
  readonly byGroup: readonly (GroupAnswer | null)[];
}

export interface DisclosedGroup {
  readonly size: number;
  /** The mean place of its people, and their spread: along two axes, the first rotated by an angle. */
  readonly center: PlanePoint;
  readonly spread: readonly [number, number];
  readonly turn: number;
  /** Statements it agrees or disagrees with more than the others; `null`: not disclosed for so few people. */
  readonly holds: readonly { readonly id: string; readonly side: 'agree' | 'disagree' }[] | null;
}

/** A person's place. */
export interface DisclosedPosition {
  readonly at: PlanePoint;
  /** `null`: they answered too few statements to be in one. */
  readonly group: number | null;
  /** The participant, if the debate shows names. */
  readonly id: string | null;
}

/** The relation of people's votes to each other, as far as everyone may know it. */
export type DisclosedOpinions =
  /** Nothing, while votes are not disclosed; or because no result of a secret ballot is about enough people. */
  | { readonly kind: 'kept'; readonly why: 'voting' | 'secret' }
  /** Too few people have answered enough; their number, if that may be disclosed. */
  | {
      readonly kind: 'few';
      readonly settled: number | null;
      readonly people: number;
      readonly answers: number;
    }
  /** Everyone has the same opinion. */
  | { readonly kind: 'one' }
  | {
      readonly kind: 'groups';
      /** Number of people in the disclosed groups. */
      readonly people: number;
      /** Everyone individually; in a secret ballot nobody. */
      readonly places: readonly DisclosedPosition[];
      /** By number; `null`: a group of too few people to be disclosed. */
      readonly groups: readonly (DisclosedGroup | null)[];
      /** All statements listed below. */
      readonly statements: readonly DisclosedStatement[];
      /** Statements most of every disclosed group agrees with, by group-informed consensus. */
      readonly shared: readonly string[];
      /** Statements on which groups are farthest apart. */
      readonly dividing: readonly string[];
      /** The mean silhouette of each number of groups that was tried. */
      readonly silhouettes: readonly (readonly [number, number])[];
    };

/** The debate's rules for disclosing votes. */
export interface DisclosurePolicy {
  readonly secret: boolean;
  readonly named: boolean;
  /** Of a ballot for research: the claims that stand now. */
  readonly research?: readonly string[];
}

/** Disclosed opinions, for everyone and for each person about themselves. */
export interface ComputedOpinions {
  readonly disclosed: DisclosedOpinions;
  /** The participants with these opinions; for each, their place, and their group if it is disclosed. */
  readonly participants: readonly string[];
  readonly places: readonly PlanePoint[];
  readonly groupOf: readonly (number | null)[];
  /** How many votes each cast. */
  readonly answered: readonly number[];
  /** Of a ballot for research: the votes as they may leave. */
  readonly table?: BallotTable;
  /** Of a ballot that is not open: every statement that may be disclosed by group, not only those that are listed. */
  readonly answersByGroup?: readonly Pick<DisclosedStatement, 'id' | 'byGroup'>[];
}

/**
 * Determines what may be disclosed of a debate's votes. `moments`: the current votes; of a secret ballot the votes at each moment when they were
 * disclosed, in order, since what was disclosed once stays known: the result is the last of these whose difference to every earlier one is
 * about at least five people.
 */
export function discloseOpinions(
  moments: readonly OpinionsMoment[],
  policy: DisclosurePolicy,
): ComputedOpinions {
  if (policy.research) return discloseRows(moments, new Set(policy.research));
  let before = NOTHING_DISCLOSED;
  let last: ComputedOpinions | null = null;
  for (const opinions of moments) {
    const findings = findOpinions(unpackOpinions(opinions), policy.secret ? LIMITS.secretTotal : 1);
    const next = policy.secret ? discloseSecretly(opinions, findings, before) : null;
    if (next) before = next.disclosed;
    if (!policy.secret) last = computed(opinions, findings, openly(opinions, findings, policy), null);
    else if (next) {
      const { parts } = next;
      const answersByGroup = answersIn(
        opinions,
        findings,
        parts.statements,
        (group) => parts.groups[group] === true,
      );
      last = { ...computed(opinions, findings, next.result, parts), answersByGroup };
    } else last ??= computed(opinions, findings, { kind: 'kept', why: 'secret' }, NOBODY);
  }
  return last ?? NOTHING;
}

const NOTHING: ComputedOpinions = {
  disclosed: { kind: 'kept', why: 'secret' },
  participants: [],
  places: [],
  groupOf: [],
  answered: [],
};

/**
 * The votes that leave a ballot for research, and their groups: those that Polis finds in the rows. Rows can be read by everyone, so each
 * place may be too.
 */
function discloseRows(moments: readonly OpinionsMoment[], claims: ReadonlySet<string>): ComputedOpinions {
  const released = releasedMoment(moments);
  const rows = released && rowsOf(unpackOpinions(released), claims);
  if (rows === null) return { ...NOTHING, table: { kind: 'kept', why: 'few' } };
  const findings = findOpinions(rows, 1, 'polis');
  const result = computed(rows, findings, openly(rows, findings, { secret: false, named: false }), null);
  const groups = result.disclosed.kind === 'groups' ? result.disclosed.groups.length : 0;
  const table = rows.answers.map((answers, row) => ({
    answers: answers.map((answer) => (answer === null ? null : ANSWER_OF[answer])),
    group: result.groupOf[row] ?? null,
  }));
  const isShown = (group: number) => isMany(findings.groups?.members[group]);
  const answersByGroup = groups > 0 ? answersIn(rows, findings, rows.statements.keys(), isShown) : [];
  return { ...result, answersByGroup, table: { kind: 'rows', claims: rows.statements, rows: table, groups } };
}

const ANSWER_OF: Readonly<Record<Opinion, Answer>> = { 1: 'agree', [-1]: 'disagree', 0: 'pass' };

/** The people and statements of some opinions. */
type Asked = Pick<Opinions, 'participants' | 'statements'>;

/** No group membership is disclosed. */
const NOBODY = { groups: [] };

function computed(
  { participants }: Asked,
  { places, groups, answered }: OpinionFindings,
  disclosed: DisclosedOpinions,
  parts: Pick<DisclosableParts, 'groups'> | null,
): ComputedOpinions {
  const groupOf = groupsByPerson(participants.length, disclosed.kind === 'groups' ? groups : null);
  const isDisclosedGroup = (group: number | null) =>
    group !== null && (parts === null || parts.groups[group] === true);
  return {
    disclosed,
    participants,
    places,
    groupOf: groupOf.map((group) => (isDisclosedGroup(group) ? group : null)),
    answered,
  };
}

function openly(opinions: Asked, findings: OpinionFindings, { named }: DisclosurePolicy): DisclosedOpinions {
  const { groups, settled, places } = findings;
  if (groups === null && settled >= ENOUGH_PEOPLE) return { kind: 'one' };
  const answers = leastAnswersTo(opinions.statements);
  if (!groups?.enough) return { kind: 'few', settled, people: ENOUGH_PEOPLE, answers };
  const groupOf = groupsByPerson(opinions.participants.length, groups);
  const dots = places.map(
    (at, person): DisclosedPosition => ({
      at: rounded(at),
      group: groupOf[person] ?? null,
      id: named ? (opinions.participants[person] ?? null) : null,
    }),
  );
  return {
    ...discloseGroups(
      opinions,
      findings,
      (group) => named || isMany(groups.members[group]),
      () => true,
    ),
    // In the order of their places: the participants' order is that of joining.
    places: named ? dots : dots.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]),
  };
}

function discloseSecretly(
  opinions: OpinionsMoment,
  findings: OpinionFindings,
  before: DisclosedSoFar,
): {
  readonly result: DisclosedOpinions;
  readonly parts: DisclosableParts;
  readonly disclosed: DisclosedSoFar;
} | null {
  if (!findings.groups?.enough) return null;
  const parts = secretParts(opinions, findings, opinions.statements.keys(), before);
  if (parts === null) return null;
  const result = discloseGroups(
    opinions,
    findings,
    (group) => parts.groups[group] === true,
    (statement) => parts.statements.has(statement),
  );
  return { result, parts, disclosed: parts.disclosed };
}

type Groups = Extract<DisclosedOpinions, { kind: 'groups' }>;

/** Groups and their characteristic statements, as far as they may be disclosed. */
function discloseGroups(
  { statements }: Asked,
  { groups: found, places }: OpinionFindings,
  showsGroup: (group: number) => boolean,
  showsStatement: (statement: number) => boolean,
): Groups {
  if (found === null) throw new Error('There are no groups to disclose');
  const { members, counts, representative, silhouettes } = found;
  const shown = members.map((_, group) => showsGroup(group));
  const numberOf = new Map(statements.map((id, statement) => [id, statement]));
  const likely = (group: number, statement: number) => {
    const { agree = 0, answered = 0 } = counts[group]?.[statement] ?? {};
    return (agree + 1) / (answered + 2);
  };
  const open = [...statements.keys()].filter(showsStatement);
  const each = (statement: number) =>
    [...members.keys()].filter((group) => shown[group]).map((group) => likely(group, statement));
  // Of disclosed groups alone: otherwise it would tell the opinions of one that is too small.
  const consensus = (statement: number) => each(statement).reduce((product, part) => product * part, 1);
  const apart = (statement: number) => Math.max(...each(statement)) - Math.min(...each(statement));
  const most = (weigh: (statement: number) => number) => (a: number, b: number) =>
    weigh(b) - weigh(a) || a - b;
  const shared = open
    .filter((statement) => each(statement).every((part) => part > 0.5))
    .sort(most(consensus))
    .slice(0, LISTED);
  const dividing = open
    .filter((statement) => Math.max(...each(statement)) > 0.5 && Math.min(...each(statement)) < 0.5)
    .sort(most(apart))
    .slice(0, LISTED);
  const groups = members.map((people, group): DisclosedGroup | null => {
    if (!shown[group]) return null;
    const holds = (representative[group] ?? [])
      .filter(({ statement }) => showsStatement(numberOf.get(statement) ?? -1))
      .map(({ statement: id, side }) => ({ id, side }));
    return { size: people.length, ...around(people.map((person) => places[person] ?? [0, 0])), holds };
  });
  const named = new Set([
    ...shared,
    ...dividing,
    ...groups.flatMap((group) => group?.holds?.map(({ id }) => numberOf.get(id) ?? -1) ?? []),
  ]);
  return {
    kind: 'groups',
    people: groups.reduce((sum, group) => sum + (group?.size ?? 0), 0),
    places: [],
    groups,
    statements: [...named].map((statement) => ({
      id: statements[statement] ?? '',
      consensus: consensus(statement),
      byGroup: members.map((_, group) => (shown[group] ? (counts[group]?.[statement] ?? NO_ANSWER) : null)),
    })),
    shared: shared.map((statement) => statements[statement] ?? ''),
    dividing: dividing.map((statement) => statements[statement] ?? ''),
    silhouettes,
  };
}

/** The answers of the groups that are shown to some statements. */
function answersIn(
  { statements }: Asked,
  { groups: found }: OpinionFindings,
  of: Iterable<number>,
  isShown: (group: number) => boolean,
): NonNullable<ComputedOpinions['answersByGroup']> {
  return [...of].map((statement) => ({
    id: statements[statement] ?? '',
    byGroup: (found?.counts ?? []).map((counts, group) =>
      isShown(group) ? (counts[statement] ?? NO_ANSWER) : null,
    ),
  }));
}

const NO_ANSWER: Count = { agree: 0, disagree: 0, answered: 0 };

function isMany(people: readonly number[] | undefined): boolean {
  return (people?.length ?? 0) >= LIMITS.secretTotal;
}

/** The center of some points, and an ellipse of one standard deviation around it. */
function around(points: readonly PlanePoint[]): Pick<DisclosedGroup, 'center' | 'spread' | 'turn'> {
  const mean = (of: (point: PlanePoint) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length);
  const [x, y] = [mean(([along]) => along), mean(([, across]) => across)];
  const [xx, yy, xy] = [
    mean(([along]) => (along - x) ** 2),
    mean(([, across]) => (across - y) ** 2),
    mean(([along, across]) => (along - x) * (across - y)),
  ];
  const root = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy);
  const half = (xx + yy) / 2;
  const turn = Math.atan2(2 * xy, xx - yy) / 2;
  return {
    center: rounded([x, y]),
    spread: rounded([Math.sqrt(Math.max(0, half + root)), Math.sqrt(Math.max(0, half - root))]),
    turn: Math.round(turn * 1_000) / 1_000,
  };
}

function groupsByPerson(people: number, groups: OpinionFindings['groups']): (number | null)[] {
  const of: (number | null)[] = Array.from({ length: people }, () => null);
  for (const [group, members] of (groups?.members ?? []).entries())
    for (const person of members) of[person] = group;
  return of;
}

function rounded([x, y]: PlanePoint): PlanePoint {
  // Adding 0 turns −0 into 0.
  return [Math.round(x * 1_000) / 1_000 + 0, Math.round(y * 1_000) / 1_000 + 0];
}
