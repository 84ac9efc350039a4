import { disclosableParts, isDisclosable, isDisclosableAfter } from './disclosure.ts';
import type { OpinionsMoment, PackedOpinions, TotalSince } from './gather-opinions.ts';
import type { OpinionFindings } from './opinion-findings.ts';

/**
 * Earlier disclosures of a secret ballot, as sets of people with their answers: of groups as a whole, and of groups at a
 * statement. A person who changes their vote counts as a different one here, so that no later result reveals anything by its difference.
 */
export interface DisclosedSoFar {
  readonly groups: readonly ReadonlySet<string>[];
  readonly statements: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
}

/** Before the first result. */
export const NOTHING_DISCLOSED: DisclosedSoFar = { groups: [], statements: new Map() };

/** The groups that may be disclosed, and at which of some statements; `null`: none, since the result would be about too few people. */
export interface DisclosableParts {
  readonly groups: readonly boolean[];
  readonly statements: ReadonlySet<number>;
  readonly disclosed: DisclosedSoFar;
}

/**
 * Parts of a secret ballot that may be disclosed beside the totals of claims, and after earlier disclosures: groups of at least five, if the
 * people in no group aren't fewer than five; and of each statement only if its total is disclosed as it is, and the same holds for the
 * people who answered it, in every group and in any combination of groups.
 */
export function secretParts(
  opinions: OpinionsMoment,
  { groups: found }: OpinionFindings,
  statements: Iterable<number>,
  before: DisclosedSoFar,
): DisclosableParts | null {
  if (found === null) return null;
  const { members } = found;
  const grouped = new Set(members.flat());
  const others = [...opinions.participants.keys()].filter((person) => !grouped.has(person));
  const groups = disclosableParts([...members.map(({ length }) => length), others.length]).slice(0, -1);
  const shown = members.filter((_, group) => groups[group]);
  if (shown.length === 0) return null;
  const wholes = togetherIn(shown).map((people) => new Set(people.map((person) => voteOf(opinions, person))));
  if (!wholes.every((people) => isDisclosableAfter(before.groups, people))) return null;
  const safe = new Set<number>();
  const setsOf = new Map(before.statements);
  for (const statement of statements) {
    const id = opinions.statements[statement] ?? '';
    const totals = opinions.totals?.get(id) ?? [];
    if (!totals.some(({ length }) => length === 0)) continue;
    const disclosed = before.statements.get(id) ?? [];
    const answering = (people: readonly number[]) =>
      new Set(people.flatMap((person) => answerOf(opinions, person, statement) ?? []));
    const everybody = answering([...opinions.participants.keys()]);
    const earlier = [...disclosed, ...totals.map((since) => asThen(everybody, since))];
    // The people in no group are the difference between the claim's total and the groups'.
    const parts = [...members, others];
    if (!parts.every((people) => isDisclosable(answering(people).size))) continue;
    const sets = togetherIn(parts).map(answering);
    if (!sets.every((people) => isDisclosableAfter(earlier, people))) continue;
    safe.add(statement);
    setsOf.set(id, [...disclosed, ...sets]);
  }
  return {
    groups,
    statements: safe,
    disclosed: { groups: [...before.groups, ...wholes], statements: setsOf },
  };
}

/** The people in a disclosed total, with their answers at that time. */
function asThen(now: ReadonlySet<string>, since: TotalSince): ReadonlySet<string> {
  const otherwise = new Set(since.map(([person]) => person));
  const same = [...now].filter((each) => !otherwise.has(each.slice(0, each.lastIndexOf(' '))));
  return new Set([...same, ...since.flatMap(([person, then]) => (then === null ? [] : `${person} ${then}`))]);
}

/** Every combination of groups: their results can be added up. */
function togetherIn(groups: readonly (readonly number[])[]): number[][] {
  return Array.from({ length: 2 ** groups.length - 1 }, (_, nth) =>
    groups.flatMap((people, group) => ((nth + 1) & (1 << group) ? people : [])),
  );
}

/** A person with all their answers. */
function voteOf({ participants, statements, cells }: PackedOpinions, person: number): string {
  const { length } = statements;
  return `${participants[person]} ${cells.subarray(person * length, (person + 1) * length).join('')}`;
}

/** A person with their answer to a statement; `null`: none. */
function answerOf({ participants, statements, cells }: PackedOpinions, person: number, statement: number) {
  const cell = cells[person * statements.length + statement];
  return cell === undefined || cell === 2 ? null : `${participants[person]} ${cell}`;
}
