import { LIMITS } from '../debate/engine/limits.ts';
import { type OpinionsMoment, type PackedOpinions, unpackOpinions } from './gather-opinions.ts';
import { findOpinions, type OpinionFindings } from './opinion-findings.ts';
import { ENOUGH_ANSWERS, ENOUGH_PEOPLE } from './opinion-groups.ts';
import type { Count } from './opinions.ts';
import type { Point } from './principal-components.ts';
import { type DisclosedSoFar, NOTHING_DISCLOSED, secretParts, type TellableParts } from './secret-parts.ts';

/** Statements of a kind that are told: more are not read. */
const TOLD = 6;

/** What a group says to a statement. */
export interface GroupAnswer {
  readonly agree: number;
  readonly disagree: number;
  readonly answered: number;
}

/** A statement as the groups answered it. */
export interface DisclosedStatement {
  readonly id: string;
  /** The group-informed consensus. */
  readonly consensus: number;
  /** By group; null: not told. */
  readonly byGroup: readonly (GroupAnswer | null)[];
}

export interface DisclosedGroup {
  readonly size: number;
  /** Where its people are, on average, and how far around: along two axes, the first turned by so much. */
  readonly center: Point;
  readonly spread: readonly [number, number];
  readonly turn: number;
  /** What it holds more than the others do; null: not told of so few. */
  readonly holds: readonly { readonly id: string; readonly side: 'agree' | 'disagree' }[] | null;
}

/** Somebody's place. */
export interface DisclosedPosition {
  readonly at: Point;
  /** Null: they answered too little to be in one. */
  readonly group: number | null;
  /** Who it is, where the debate tells names. */
  readonly id: string | null;
}

/** What everybody may know of how people's votes lie to each other. */
export type DisclosedOpinions =
  /** Nothing, while votes are not told; or since no result of a secret ballot is about enough people. */
  | { readonly kind: 'kept'; readonly why: 'voting' | 'secret' }
  /** Too few have answered enough; how many, where that may be told. */
  | {
      readonly kind: 'few';
      readonly settled: number | null;
      readonly people: number;
      readonly answers: number;
    }
  /** All are of one opinion. */
  | { readonly kind: 'one' }
  | {
      readonly kind: 'groups';
      /** How many people are in the groups that are told of. */
      readonly people: number;
      /** Everybody by themselves; in a secret ballot nobody is. */
      readonly places: readonly DisclosedPosition[];
      /** By number; null: one of too few people to be told of. */
      readonly groups: readonly (DisclosedGroup | null)[];
      /** All that is named below. */
      readonly statements: readonly DisclosedStatement[];
      /** Statements most of every group agrees with, by group-informed consensus. */
      readonly shared: readonly string[];
      /** Statements on which groups are farthest apart. */
      readonly dividing: readonly string[];
      /** The mean silhouette of each number of groups that was tried. */
      readonly silhouettes: readonly (readonly [number, number])[];
    };

/** How a debate tells of its votes. */
export interface DisclosurePolicy {
  readonly secret: boolean;
  readonly named: boolean;
}

/** What may be known of opinions, by all and by each of themselves. */
export interface ComputedOpinions {
  readonly told: DisclosedOpinions;
  /** Whose opinions these are; by them, where each is, and in which group that is told. */
  readonly participants: readonly string[];
  readonly places: readonly Point[];
  readonly groupOf: readonly (number | null)[];
  /** How many votes each gave. */
  readonly answered: readonly number[];
}

/**
 * What may be told of the votes of a debate. `moments`: the votes as they are; of a secret ballot as they were at each moment
 * from which on they were told, in order, since what was told once stays known: of these the last is told of which no
 * difference to one before tells of fewer than five people.
 */
export function discloseOpinions(
  moments: readonly OpinionsMoment[],
  telling: DisclosurePolicy,
): ComputedOpinions {
  let before = NOTHING_DISCLOSED;
  let last: ComputedOpinions | null = null;
  for (const opinions of moments) {
    const findings = findOpinions(unpackOpinions(opinions), telling.secret ? LIMITS.secretTotal : 1);
    const next = telling.secret ? tellSecretly(opinions, findings, before) : null;
    if (next) before = next.told;
    if (!telling.secret) last = reckoned(opinions, findings, openly(opinions, findings, telling), null);
    else if (next) last = reckoned(opinions, findings, next.result, next.parts);
    else last ??= reckoned(opinions, findings, { kind: 'kept', why: 'secret' }, NOBODY);
  }
  return (
    last ?? { told: { kind: 'kept', why: 'secret' }, participants: [], places: [], groupOf: [], answered: [] }
  );
}

/** Nobody's own group is told. */
const NOBODY = { groups: [] };

function reckoned(
  { participants }: PackedOpinions,
  { places, groups, answered }: OpinionFindings,
  told: DisclosedOpinions,
  parts: Pick<TellableParts, 'groups'> | null,
): ComputedOpinions {
  const groupOf = groupsByPerson(participants.length, told.kind === 'groups' ? groups : null);
  const isTold = (group: number | null) => group !== null && (parts === null || parts.groups[group] === true);
  return {
    told,
    participants,
    places,
    groupOf: groupOf.map((group) => (isTold(group) ? group : null)),
    answered,
  };
}

function openly(
  opinions: PackedOpinions,
  findings: OpinionFindings,
  { named }: DisclosurePolicy,
): DisclosedOpinions {
  const { groups, settled, places } = findings;
  if (groups === null && settled >= ENOUGH_PEOPLE) return { kind: 'one' };
  if (!groups?.enough) return { kind: 'few', settled, people: ENOUGH_PEOPLE, answers: ENOUGH_ANSWERS };
  const groupOf = groupsByPerson(opinions.participants.length, groups);
  const dots = places.map(
    (at, person): DisclosedPosition => ({
      at: rounded(at),
      group: groupOf[person] ?? null,
      id: named ? (opinions.participants[person] ?? null) : null,
    }),
  );
  return {
    ...groupsTold(
      opinions,
      findings,
      (group) => named || isMany(groups.members[group]),
      () => true,
    ),
    // In the order of their places: that of people is one of when they joined.
    places: named ? dots : dots.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]),
  };
}

function tellSecretly(
  opinions: OpinionsMoment,
  findings: OpinionFindings,
  before: DisclosedSoFar,
): {
  readonly result: DisclosedOpinions;
  readonly parts: TellableParts;
  readonly told: DisclosedSoFar;
} | null {
  if (!findings.groups?.enough) return null;
  const parts = secretParts(opinions, findings, opinions.statements.keys(), before);
  if (parts === null) return null;
  const result = groupsTold(
    opinions,
    findings,
    (group) => parts.groups[group] === true,
    (statement) => parts.statements.has(statement),
  );
  return { result, parts, told: parts.told };
}

type Groups = Extract<DisclosedOpinions, { kind: 'groups' }>;

/** Groups and what they hold, as far as that may be told. */
function groupsTold(
  { statements }: PackedOpinions,
  { groups: found, places }: OpinionFindings,
  tellsGroup: (group: number) => boolean,
  tellsStatement: (statement: number) => boolean,
): Groups {
  if (found === null) throw new Error('There are no groups to be told of');
  const { members, counts, consensus, representative, silhouettes } = found;
  const told = members.map((_, group) => tellsGroup(group));
  const numberOf = new Map(statements.map((id, statement) => [id, statement]));
  const likely = (group: number, statement: number) => {
    const { agree = 0, answered = 0 } = counts[group]?.[statement] ?? {};
    return (agree + 1) / (answered + 2);
  };
  const open = [...statements.keys()].filter(tellsStatement);
  const each = (statement: number) =>
    [...members.keys()].filter((group) => told[group]).map((group) => likely(group, statement));
  const apart = (statement: number) => Math.max(...each(statement)) - Math.min(...each(statement));
  const most = (weigh: (statement: number) => number) => (a: number, b: number) =>
    weigh(b) - weigh(a) || a - b;
  const shared = open
    .filter((statement) => each(statement).every((part) => part > 0.5))
    .sort(most((statement) => consensus[statement] ?? 0))
    .slice(0, TOLD);
  const dividing = open
    .filter((statement) => Math.max(...each(statement)) > 0.5 && Math.min(...each(statement)) < 0.5)
    .sort(most(apart))
    .slice(0, TOLD);
  const groups = members.map((people, group): DisclosedGroup | null => {
    if (!told[group]) return null;
    const holds = (representative[group] ?? [])
      .filter(({ statement }) => tellsStatement(numberOf.get(statement) ?? -1))
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
      consensus: consensus[statement] ?? 0,
      byGroup: members.map((_, group) => (told[group] ? (counts[group]?.[statement] ?? NO_ANSWER) : null)),
    })),
    shared: shared.map((statement) => statements[statement] ?? ''),
    dividing: dividing.map((statement) => statements[statement] ?? ''),
    silhouettes,
  };
}

const NO_ANSWER: Count = { agree: 0, disagree: 0, answered: 0 };

function isMany(people: readonly number[] | undefined): boolean {
  return (people?.length ?? 0) >= LIMITS.secretTotal;
}

/** The middle of some points, and an ellipse of one standard deviation around it. */
function around(points: readonly Point[]): Pick<DisclosedGroup, 'center' | 'spread' | 'turn'> {
  const mean = (of: (point: Point) => number) =>
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

function rounded([x, y]: Point): Point {
  // Adding 0 makes of −0 the 0 it is.
  return [Math.round(x * 1_000) / 1_000 + 0, Math.round(y * 1_000) / 1_000 + 0];
}
