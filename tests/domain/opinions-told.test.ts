import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DisclosedOpinions, discloseOpinions } from '../../domain/analysis/disclosed-opinions.ts';
import {
  gatherOpinions,
  type OpinionsMoment,
  unpackOpinions,
} from '../../domain/analysis/gather-opinions.ts';
import type { Opinions } from '../../domain/analysis/opinions.ts';
import { swingByTeam } from '../../domain/analysis/swing-by-team.ts';
import { finish } from '../../domain/collections/steps.ts';
import { camps } from '../support/analysis/camps.ts';
import { theOpinions } from '../support/analysis/opinions.ts';
import {
  aDebate,
  agree,
  answer,
  closePoll,
  type DebateBuilder,
  merge,
  newClaim,
  stancePoll,
} from '../support/debate-builder.ts';

const OPEN = { secret: false, named: true };
const NAMELESS = { secret: false, named: false };
const SECRET = { secret: true, named: false };

/** Opinions at a moment, the totals of which are told as they are. */
function packed({ participants, statements, answers }: Opinions): OpinionsMoment {
  const cells = Int8Array.from(answers.flat(), (answer) => answer ?? 2);
  return { participants, statements, cells, totals: new Map(statements.map((id) => [id, [[]]])) };
}

function groupsIn(told: DisclosedOpinions) {
  return told.kind === 'groups' ? told : expect.fail(told.kind);
}

/** The same people, some of whom answer otherwise now. */
function changed(opinions: Opinions, people: readonly number[], statement: number): Opinions {
  const answers = opinions.answers.map((row, person) =>
    people.includes(person) ? row.with(statement, row[statement] === 1 ? -1 : 1) : row,
  );
  return { ...opinions, answers };
}

describe('[AN19] an open ballot', () => {
  test('tells everybody’s place and group, with who it is where names are told', () => {
    const told = groupsIn(discloseOpinions([packed(camps(6, 10, 9))], OPEN).told);
    expect(told.people).toBe(25);
    expect(told.groups.map((group) => group?.size)).toEqual([10, 9, 6]);
    expect(told.places.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, nth) => `p${nth}`));
    expect(told.places[0]?.group).toBe(2);
    expect(told.groups.every((group) => (group?.holds?.length ?? 0) > 0)).toBe(true);
    // Each group's middle is the mean of its people's places.
    const own = told.places.filter(({ group }) => group === 0).map(({ at }) => at[0]);
    expect(told.groups[0]?.center[0]).toBeCloseTo(own.reduce((sum, x) => sum + x, 0) / 10, 2);
    for (const { id, byGroup } of told.statements) {
      expect(byGroup).toHaveLength(3);
      expect([
        ...told.shared,
        ...told.dividing,
        ...told.groups.flatMap((group) => group?.holds ?? []).map((held) => held.id),
      ]).toContain(id);
    }
  });

  test('without names nobody is told of by order or by a group of few', () => {
    const opinions = camps(11, 10, 3);
    const told = groupsIn(discloseOpinions([packed(opinions)], NAMELESS).told);
    expect(told.places.every(({ id }) => id === null)).toBe(true);
    expect(told.groups.map((group) => group?.size)).toEqual([11, 10, undefined]);
    expect(told.statements.every(({ byGroup }) => byGroup[2] === null)).toBe(true);
    const turned = {
      ...opinions,
      participants: [...opinions.participants].reverse(),
      answers: [...opinions.answers].reverse(),
    };
    expect(groupsIn(discloseOpinions([packed(turned)], NAMELESS).told).places).toEqual(told.places);
  });

  test('what most of all groups agree with, and what they are apart on', () => {
    const rows = [...Array(9)].map(() => '+++++++-').concat([...Array(8)].map(() => '-------+'));
    const all = rows.map((row, nth) => `${nth % 4 === 0 ? row.replace('+', '0') : row}+`);
    const told = groupsIn(discloseOpinions([packed(theOpinions(all))], OPEN).told);
    expect(told.shared).toEqual(['s8']);
    expect(told.dividing).toHaveLength(6);
    expect(told.dividing).not.toContain('s8');
  });

  test('of fewer than fifteen who answered seven only how many there are', () => {
    const few = discloseOpinions([packed(camps(7, 7))], OPEN);
    expect(few.told).toEqual({ kind: 'few', settled: 14, people: 15, answers: 7 });
    const same = theOpinions(Array.from({ length: 20 }, () => '+-+-+-+-'));
    expect(discloseOpinions([packed(same)], OPEN).told).toEqual({ kind: 'one' });
    expect(discloseOpinions([packed(theOpinions([]))], OPEN).told).toMatchObject({ kind: 'few', settled: 0 });
  });
});

describe('[AN20] one’s own place', () => {
  test('is known by participant beside what all are told', () => {
    const { participants, places, groupOf, told } = discloseOpinions([packed(camps(6, 10, 9))], SECRET);
    expect(groupsIn(told).places).toEqual([]);
    expect(participants).toHaveLength(25);
    expect(places).toHaveLength(25);
    expect(groupOf[0]).toBe(2);
  });
});

describe('[AN21] a secret ballot', () => {
  test('tells nobody’s place, and no group of fewer than five', () => {
    const told = groupsIn(discloseOpinions([packed(camps(11, 10, 4))], SECRET).told);
    expect(told.places).toEqual([]);
    expect(told.people).toBeGreaterThanOrEqual(10);
    for (const group of told.groups) if (group) expect(group.size).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(told)).not.toMatch(/"p\d/);
  });

  test('tells a claim only where in each group nobody or five answered it', () => {
    const opinions = camps(9, 9);
    const answers = opinions.answers.map((row, person) =>
      person > 2 && person < 9 ? row.with(0, null) : row,
    );
    const told = groupsIn(discloseOpinions([packed({ ...opinions, answers })], SECRET).told);
    expect(told.statements.map(({ id }) => id)).not.toContain('s0');
    expect(told.statements.length).toBeGreaterThan(0);
  });

  test('is told anew only where five or more answer otherwise', () => {
    const before = camps(10, 10);
    const first = discloseOpinions([packed(before)], SECRET);
    const one = discloseOpinions([packed(before), packed(changed(before, [3], 0))], SECRET);
    expect(one.told).toEqual(first.told);
    const all = changed(before, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0);
    const many = discloseOpinions([packed(before), packed(all)], SECRET);
    expect(many.told).not.toEqual(first.told);
    // Beside them one who changed another answer: that claim is not told any more.
    const stray = changed(all, [12], 6);
    const both = groupsIn(discloseOpinions([packed(before), packed(stray)], SECRET).told);
    expect(both).toEqual(groupsIn(first.told));
  });

  test('no two results tell of fewer than five, whatever changes between them', () => {
    const sets = (told: DisclosedOpinions, opinions: Opinions, groupOf: readonly (number | null)[]) =>
      told.kind !== 'groups'
        ? []
        : told.statements.flatMap(({ id, byGroup }) =>
            byGroup.flatMap((counts, group) => {
              const statement = opinions.statements.indexOf(id);
              const voters = opinions.participants.flatMap((person, at) => {
                const answer = opinions.answers[at]?.[statement] ?? null;
                return groupOf[at] === group && answer !== null ? [`${person} ${answer}`] : [];
              });
              return counts ? [{ id, voters: new Set(voters) }] : [];
            }),
          );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(24), fc.nat(7)), { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(24), fc.nat(7)), { maxLength: 30 }),
        (first, second) => {
          const start = camps(9, 9, 7);
          const then = (from: Opinions, changes: readonly (readonly [number, number])[]) =>
            changes.reduce((all, [person, statement]) => changed(all, [person], statement), from);
          const moments = [start, then(start, first)];
          moments.push(then(moments[1] ?? start, second));
          const told = moments.map((_, nth) =>
            discloseOpinions(moments.slice(0, nth + 1).map(packed), SECRET),
          );
          const results = told.map(({ told: each, groupOf }, nth) => {
            // What stayed is of an earlier moment: its people are those of then.
            const from = told.findIndex(
              (other) => other.told === each || JSON.stringify(other.told) === JSON.stringify(each),
            );
            return sets(
              each,
              moments[Math.max(0, from)] ?? start,
              from === nth ? groupOf : (told[from]?.groupOf ?? []),
            );
          });
          for (const a of results) {
            for (const b of results) {
              for (const one of a) {
                expect(one.voters.size === 0 || one.voters.size >= 5).toBe(true);
                for (const other of b) {
                  if (one.id !== other.id) continue;
                  const only = [...one.voters].filter((voter) => !other.voters.has(voter)).length;
                  expect(only === 0 || only >= 5).toBe(true);
                }
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('tells nothing before anything was told', () => {
    expect(discloseOpinions([], SECRET).told).toEqual({ kind: 'kept', why: 'secret' });
    expect(discloseOpinions([packed(camps(5, 4))], SECRET).told).toEqual({ kind: 'kept', why: 'secret' });
  });
});

describe('[AN22] gathering votes', () => {
  test('reads again only what was voted on since, and comes to the same', () => {
    const debate = aDebate().does('dana', ...['v', 'w'].map((key) => newClaim(key, 'c-a')));
    debate.does('emil', agree('c-v'));
    const first = finish(gatherOpinions(debate.state));
    debate.does('dana', agree('c-w'));
    const second = finish(gatherOpinions(debate.state, first));
    expect(unpackOpinions(second)).toEqual(unpackOpinions(finish(gatherOpinions(debate.state))));
    expect(second.columns.get('c-v')).toBe(first.columns.get('c-v'));
    expect(second.columns.get('c-w')).not.toBe(first.columns.get('c-w'));
    // Another answer, one for the first time, one taken back, a claim more, and one that was merged.
    let last = second;
    for (const [who, operation] of [
      ['emil', { ...agree('c-v'), answer: 'disagree' }],
      ['emil', agree('c-w')],
      ['susi', agree('c-v')],
      ['susi', { type: 'vote.withdraw', claimId: 'c-v' }],
      ['dana', newClaim('x', 'c-a')],
      ['emil', agree('c-x')],
      ['olga', merge('c-x', 'c-v')],
    ] as const) {
      debate.does(who, operation);
      last = finish(gatherOpinions(debate.state, last));
      expect(unpackOpinions(last)).toEqual(unpackOpinions(finish(gatherOpinions(debate.state))));
    }
  });
});

describe('[AN23] the swing by team', () => {
  const FOR = 0;
  const AGAINST = 1;

  /** Teams of these sizes speak for `east` and `west`; a team `east` moves from for to against. */
  function swung(east: number, west: number, secret: boolean): DebateBuilder {
    const debate = aDebate();
    const people = Array.from({ length: east + west }, (_, nth) => `v-${nth}`);
    for (const [nth, participantId] of people.entries()) {
      debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
      debate.does(participantId, { type: 'team.choose', participantId, team: nth < east ? 'east' : 'west' });
    }
    for (const [pollId, kind] of [
      ['p-b', 'before'],
      ['p-a', 'after'],
    ] as const) {
      debate.does('olga', { ...stancePoll(pollId, kind), secret });
      for (const [nth, who] of people.entries())
        debate.does(who, answer(pollId, kind === 'after' && nth < east ? AGAINST : FOR));
      debate.does('olga', closePoll(pollId));
    }
    return debate;
  }
  const teamsOf = (debate: DebateBuilder) =>
    swingByTeam(debate.state)?.teams.map(({ positionId }) => positionId);

  test('is of each team', () => {
    const told = swingByTeam(swung(5, 6, true).state);
    expect(told?.teams).toEqual([
      {
        positionId: 'east',
        flows: [
          [0, 5, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
      {
        positionId: 'west',
        flows: [
          [6, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ]);
  });

  test('of secret polls no team is told of that is too small, nor one that leaves it', () => {
    expect(teamsOf(swung(3, 6, true))).toEqual([]);
    expect(teamsOf(swung(3, 6, false))).toEqual(['east', 'west']);
  });
});
