import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DisclosedOpinions, discloseOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import {
  gatherOpinions,
  type OpinionsMoment,
  unpackOpinions,
} from '#domain/analysis/opinions/gather-opinions.ts';
import type { Opinions } from '#domain/analysis/opinions/opinions.ts';
import { swingByTeam } from '#domain/analysis/opinions/swing-by-team.ts';
import { finish } from '#domain/collections/steps.ts';
import { camps } from '../../support/analysis/camps.ts';
import { theOpinions } from '../../support/analysis/opinions.ts';
import {
  aDebate,
  agree,
  answer,
  closePoll,
  type DebateBuilder,
  merge,
  newClaim,
  stancePoll,
} from '../../support/debate-builder.ts';

const OPEN = { secret: false, named: true };
const NAMELESS = { secret: false, named: false };
const SECRET = { secret: true, named: false };

/** Opinions at a moment, with totals that are shown as they are. */
function packed({ participants, statements, answers }: Opinions): OpinionsMoment {
  const cells = Int8Array.from(answers.flat(), (answer) => answer ?? 2);
  return { participants, statements, cells, totals: new Map(statements.map((id) => [id, [[]]])) };
}

function groupsIn(disclosed: DisclosedOpinions) {
  return disclosed.kind === 'groups' ? disclosed : expect.fail(disclosed.kind);
}

/** The same people, some of whom answer otherwise now. */
function changed(opinions: Opinions, people: readonly number[], statement: number): Opinions {
  const answers = opinions.answers.map((row, person) =>
    people.includes(person) ? row.with(statement, row[statement] === 1 ? -1 : 1) : row,
  );
  return { ...opinions, answers };
}

describe('[AN19] an open ballot', () => {
  test('discloses each place and group, with the person where names are shown', () => {
    const disclosed = groupsIn(discloseOpinions([packed(camps(6, 10, 9))], OPEN).disclosed);
    expect(disclosed.people).toBe(25);
    expect(disclosed.groups.map((group) => group?.size)).toEqual([10, 9, 6]);
    expect(disclosed.places.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, nth) => `p${nth}`));
    expect(disclosed.places[0]?.group).toBe(2);
    expect(disclosed.groups.every((group) => (group?.holds?.length ?? 0) > 0)).toBe(true);
    // Each group's middle is the mean of its people's places.
    const own = disclosed.places.filter(({ group }) => group === 0).map(({ at }) => at[0]);
    expect(disclosed.groups[0]?.center[0]).toBeCloseTo(own.reduce((sum, x) => sum + x, 0) / 10, 2);
    for (const { id, byGroup } of disclosed.statements) {
      expect(byGroup).toHaveLength(3);
      expect([
        ...disclosed.shared,
        ...disclosed.dividing,
        ...disclosed.groups.flatMap((group) => group?.holds ?? []).map((held) => held.id),
      ]).toContain(id);
    }
  });

  test('without names neither the order nor a small group identifies anyone', () => {
    const opinions = camps(11, 10, 3);
    const disclosed = groupsIn(discloseOpinions([packed(opinions)], NAMELESS).disclosed);
    expect(disclosed.places.every(({ id }) => id === null)).toBe(true);
    expect(disclosed.groups.map((group) => group?.size)).toEqual([11, 10, undefined]);
    expect(disclosed.statements.every(({ byGroup }) => byGroup[2] === null)).toBe(true);
    const turned = {
      ...opinions,
      participants: [...opinions.participants].reverse(),
      answers: [...opinions.answers].reverse(),
    };
    expect(groupsIn(discloseOpinions([packed(turned)], NAMELESS).disclosed).places).toEqual(disclosed.places);
  });

  test('without names the consensus is that of the groups that are shown', () => {
    const { statements, shared } = groupsIn(discloseOpinions([packed(camps(11, 10, 3))], NAMELESS).disclosed);
    const shares = ({ byGroup }: (typeof statements)[number]) =>
      byGroup.flatMap((group) => (group ? (group.agree + 1) / (group.answered + 2) : []));
    expect(statements.length).toBeGreaterThan(0);
    for (const each of statements)
      expect(each.consensus).toBeCloseTo(
        shares(each).reduce((product, share) => product * share, 1),
        12,
      );
    const sharedNow = statements.filter(({ id }) => shared.includes(id));
    expect(sharedNow.every((each) => shares(each).every((share) => share > 0.5))).toBe(true);
  });

  test('the most shared and the most dividing statements', () => {
    const rows = [...Array(9)].map(() => '+++++++-').concat([...Array(8)].map(() => '-------+'));
    const all = rows.map((row, nth) => `${nth % 4 === 0 ? row.replace('+', '0') : row}+`);
    const disclosed = groupsIn(discloseOpinions([packed(theOpinions(all))], OPEN).disclosed);
    expect(disclosed.shared).toEqual(['s8']);
    expect(disclosed.dividing).toHaveLength(6);
    expect(disclosed.dividing).not.toContain('s8');
  });

  test('of fewer than fifteen who answered seven only how many there are', () => {
    const few = discloseOpinions([packed(camps(7, 7))], OPEN);
    expect(few.disclosed).toEqual({ kind: 'few', settled: 14, people: 15, answers: 7 });
    const same = theOpinions(Array.from({ length: 20 }, () => '+-+-+-+-'));
    expect(discloseOpinions([packed(same)], OPEN).disclosed).toEqual({ kind: 'one' });
    expect(discloseOpinions([packed(theOpinions([]))], OPEN).disclosed).toMatchObject({
      kind: 'few',
      settled: 0,
      answers: 7,
    });
  });

  test('of fewer than fifteen how many answers are enough, where fewer than seven claims have votes', () => {
    const three = theOpinions(['+-+', '--+', '+..', '...']);
    expect(discloseOpinions([packed(three)], OPEN).disclosed).toEqual({
      kind: 'few',
      settled: 2,
      people: 15,
      answers: 3,
    });
  });
});

describe('[AN20] the viewer’s own place', () => {
  test('is known by participant beside what everyone sees', () => {
    const { participants, places, groupOf, disclosed } = discloseOpinions([packed(camps(6, 10, 9))], SECRET);
    expect(groupsIn(disclosed).places).toEqual([]);
    expect(participants).toHaveLength(25);
    expect(places).toHaveLength(25);
    expect(groupOf[0]).toBe(2);
  });
});

describe('[AN21] a secret ballot', () => {
  test('discloses nobody’s place, and no group of fewer than five', () => {
    const disclosed = groupsIn(discloseOpinions([packed(camps(11, 10, 4))], SECRET).disclosed);
    expect(disclosed.places).toEqual([]);
    expect(disclosed.people).toBeGreaterThanOrEqual(10);
    for (const group of disclosed.groups) if (group) expect(group.size).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(disclosed)).not.toMatch(/"p\d/);
  });

  test('discloses a claim only if in each group nobody or five answered it', () => {
    const opinions = camps(9, 9);
    const answers = opinions.answers.map((row, person) =>
      person > 2 && person < 9 ? row.with(0, null) : row,
    );
    const disclosed = groupsIn(discloseOpinions([packed({ ...opinions, answers })], SECRET).disclosed);
    expect(disclosed.statements.map(({ id }) => id)).not.toContain('s0');
    expect(disclosed.statements.length).toBeGreaterThan(0);
  });

  test('is disclosed again only where five or more answers changed', () => {
    const before = camps(10, 10);
    const first = discloseOpinions([packed(before)], SECRET);
    const one = discloseOpinions([packed(before), packed(changed(before, [3], 0))], SECRET);
    expect(one.disclosed).toEqual(first.disclosed);
    const all = changed(before, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0);
    const many = discloseOpinions([packed(before), packed(all)], SECRET);
    expect(many.disclosed).not.toEqual(first.disclosed);
    // One more person changes another answer: that claim is no longer disclosed.
    const stray = changed(all, [12], 6);
    const both = groupsIn(discloseOpinions([packed(before), packed(stray)], SECRET).disclosed);
    expect(both).toEqual(groupsIn(first.disclosed));
  });

  test('no two results differ by fewer than five people, after any changes', () => {
    const sets = (disclosed: DisclosedOpinions, opinions: Opinions, groupOf: readonly (number | null)[]) =>
      disclosed.kind !== 'groups'
        ? []
        : disclosed.statements.flatMap(({ id, byGroup }) =>
            byGroup.flatMap((counts, group) => {
              const statement = opinions.statements.indexOf(id);
              const voters = opinions.participants.flatMap((person, at) => {
                const answer = opinions.answers[at]?.[statement] ?? null;
                return groupOf[at] === group && answer !== null ? [`${person} ${answer}`] : [];
              });
              return counts ? [{ id, voters: new Set(voters) }] : [];
            }),
          );
    // Some neighbours each time: most changes of single people leave the result as it was.
    const change = fc
      .record({ from: fc.nat(24), count: fc.integer({ min: 1, max: 9 }), statement: fc.nat(7) })
      .map(({ from, count, statement }) => ({
        people: Array.from({ length: count }, (_, nth) => from + nth),
        statement,
      }));
    type Change = Readonly<typeof change extends fc.Arbitrary<infer C> ? C : never>;
    let differing = 0;
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.array(change, { maxLength: 12 }),
        (first, second) => {
          const start = camps(9, 9, 7);
          const then = (from: Opinions, changes: readonly Change[]) =>
            changes.reduce((all, { people, statement }) => changed(all, people, statement), from);
          const moments = [start, then(start, first)];
          moments.push(then(moments[1] ?? start, second));
          const computed = moments.map((_, nth) =>
            discloseOpinions(moments.slice(0, nth + 1).map(packed), SECRET),
          );
          const results = computed.map(({ disclosed: each, groupOf }, nth) => {
            // A result that stayed is from an earlier moment, and so are its people.
            const from = computed.findIndex(
              (other) => other.disclosed === each || JSON.stringify(other.disclosed) === JSON.stringify(each),
            );
            return sets(
              each,
              moments[Math.max(0, from)] ?? start,
              from === nth ? groupOf : (computed[from]?.groupOf ?? []),
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
                  if (only > 0) differing += 1;
                }
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(differing).toBeGreaterThan(0);
  });

  test('discloses nothing before a first disclosure', () => {
    expect(discloseOpinions([], SECRET).disclosed).toEqual({ kind: 'kept', why: 'secret' });
    expect(discloseOpinions([packed(camps(5, 4))], SECRET).disclosed).toEqual({
      kind: 'kept',
      why: 'secret',
    });
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
    // A changed answer, a first one, a withdrawn one, one more claim, and a merged one.
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
    const disclosed = swingByTeam(swung(5, 6, true).state);
    expect(disclosed?.teams).toEqual([
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

  test('of secret polls no small team is disclosed, nor one whose complement is small', () => {
    expect(teamsOf(swung(3, 6, true))).toEqual([]);
    expect(teamsOf(swung(3, 6, false))).toEqual(['east', 'west']);
  });
});
