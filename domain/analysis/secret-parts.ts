import { disclosableParts, isDisclosable, isDisclosableAfter } from './disclosure.ts';
import type { OpinionsMoment, PackedOpinions, TotalSince } from './gather-opinions.ts';
import type { OpinionFindings } from './opinion-findings.ts';

/**
 * What has been told of a secret ballot so far, as sets of people with what they answered: of groups as a whole, and of groups
 * at a statement. Somebody who votes otherwise is another one here, so that no later result tells by what it differs in.
 */
export interface DisclosedSoFar {
  readonly groups: readonly ReadonlySet<string>[];
  readonly statements: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
}

/** Before the first result. */
export const NOTHING_DISCLOSED: DisclosedSoFar = { groups: [], statements: new Map() };

/** Which groups may be told of, and at which of some statements; null: nothing, since it would tell of too few. */
export interface TellableParts {
  readonly groups: readonly boolean[];
  readonly statements: ReadonlySet<number>;
  readonly told: DisclosedSoFar;
}

/**
 * What of a secret ballot may be told beside the totals of claims, and after what was told before: groups of five and more, where
 * those of none are left that are fewer than five; and of each statement only where its total is told as it is, and where that
 * holds of those who answered it, in every group and in any of them together.
 */
export function secretParts(
  opinions: OpinionsMoment,
  { groups: found }: OpinionFindings,
  statements: Iterable<number>,
  before: DisclosedSoFar,
): TellableParts | null {
  if (found === null) return null;
  const { members } = found;
  const grouped = new Set(members.flat());
  const others = [...opinions.participants.keys()].filter((person) => !grouped.has(person));
  const groups = disclosableParts([...members.map(({ length }) => length), others.length]).slice(0, -1);
  const told = members.filter((_, group) => groups[group]);
  if (told.length === 0) return null;
  const wholes = togetherIn(told).map((people) => new Set(people.map((person) => voteOf(opinions, person))));
  if (!wholes.every((people) => isDisclosableAfter(before.groups, people))) return null;
  const safe = new Set<number>();
  const toldOf = new Map(before.statements);
  for (const statement of statements) {
    const id = opinions.statements[statement] ?? '';
    const totals = opinions.totals?.get(id) ?? [];
    if (!totals.some(({ length }) => length === 0)) continue;
    const told = before.statements.get(id) ?? [];
    const answering = (people: readonly number[]) =>
      new Set(people.flatMap((person) => answerOf(opinions, person, statement) ?? []));
    const everybody = answering([...opinions.participants.keys()]);
    const earlier = [...told, ...totals.map((since) => asThen(everybody, since))];
    // Those of no group are what the claim's own totals have beside the groups'.
    const parts = [...members, others];
    if (!parts.every((people) => isDisclosable(answering(people).size))) continue;
    const sets = togetherIn(parts).map(answering);
    if (!sets.every((people) => isDisclosableAfter(earlier, people))) continue;
    safe.add(statement);
    toldOf.set(id, [...told, ...sets]);
  }
  return {
    groups,
    statements: safe,
    told: { groups: [...before.groups, ...wholes], statements: toldOf },
  };
}

/** Those of whom a total was told, with what they answered then. */
function asThen(now: ReadonlySet<string>, since: TotalSince): ReadonlySet<string> {
  const otherwise = new Set(since.map(([person]) => person));
  const same = [...now].filter((each) => !otherwise.has(each.slice(0, each.lastIndexOf(' '))));
  return new Set([...same, ...since.flatMap(([person, then]) => (then === null ? [] : `${person} ${then}`))]);
}

/** Every group, and every several of them together: their results can be added up. */
function togetherIn(groups: readonly (readonly number[])[]): number[][] {
  return Array.from({ length: 2 ** groups.length - 1 }, (_, nth) =>
    groups.flatMap((people, group) => ((nth + 1) & (1 << group) ? people : [])),
  );
}

/** Somebody, with all they answered. */
function voteOf({ participants, statements, cells }: PackedOpinions, person: number): string {
  const { length } = statements;
  return `${participants[person]} ${cells.subarray(person * length, (person + 1) * length).join('')}`;
}

/** Somebody, with what they answered to a statement; null: nothing. */
function answerOf({ participants, statements, cells }: PackedOpinions, person: number, statement: number) {
  const cell = cells[person * statements.length + statement];
  return cell === undefined || cell === 2 ? null : `${participants[person]} ${cell}`;
}
