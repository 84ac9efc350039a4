import { describe, expect, test } from 'vitest';
import { gatherPerspectives } from '#domain/analysis/perspectives/gather-perspectives.ts';
import { finish } from '#domain/collections/steps.ts';
import { agree, type DebateBuilder, newClaim } from '../../support/debate-builder.ts';
import { admit } from '../../support/pairs/made-operations.ts';
import { camps, EAST, SHOW, sourcesOf, teams, votesIn, votesOf, WEST } from '../../support/perspectives.ts';

const HIDE = { type: 'perspective.show', shown: false } as const;
const FOUR = ['v-0', 'v-1', 'v-2', 'v-3'];

describe('[PV4] a team of five, four of whom showed their votes', () => {
  /** The fifth never did. */
  function fourShow(): DebateBuilder {
    const debate = teams(5, 6);
    for (const id of FOUR) debate.does(id, SHOW);
    expect(votesOf(debate.state, EAST)).toBeUndefined();
    return debate;
  }

  test.each<[string, (debate: DebateBuilder, id: string) => unknown]>([
    ['the four withdraw them', (debate, id) => debate.does(id, HIDE)],
    ['the four are removed', (debate, id) => debate.does('olga', admit(id, 'removed'))],
    [
      'the four come back',
      (debate, id) =>
        debate
          .does('olga', admit(id, 'removed'))
          .does('system', { type: 'participant.join', participantId: id, role: 'debater' }),
    ],
    [
      'the four are erased',
      (debate, id) => debate.does('system', { type: 'participant.erase', participantId: id, words: false }),
    ],
  ])('stays kept when %s', (_, happens) => {
    const debate = fourShow();
    for (const id of FOUR) happens(debate, id);
    expect(votesOf(debate.state, EAST)).toBeUndefined();
  });

  test('of people who all withdrew theirs shows none', () => {
    const debate = teams(2, 6);
    for (const id of ['v-0', 'v-1']) debate.does(id, SHOW);
    expect(votesOf(debate.state, EAST)).toBeDefined();
    for (const id of ['v-0', 'v-1']) debate.does(id, HIDE);
    expect(votesOf(debate.state, EAST)).toBeUndefined();
  });
});

describe('[PV4] beside opinion groups of the analysis', () => {
  /** The tenth in the first camp speaks for the other one's team. */
  const oneAside = () => camps((nth) => (nth < 9 ? 'east' : 'west'));
  const listedIn = (debate: DebateBuilder) => {
    const { disclosed } = sourcesOf(debate.state).opinions;
    return disclosed.kind === 'groups' ? disclosed.statements.map(({ id }) => id) : [];
  };

  test('a claim with counts by group has none by team, also while people vote, if one of them would follow', () => {
    const debate = oneAside();
    const listed = listedIn(debate);
    expect(listed.length).toBeGreaterThan(0);
    for (const of of [EAST, WEST]) {
      const shown = votesIn(sourcesOf(debate.state), of);
      expect(listed.filter((id) => shown?.has(id))).toEqual([]);
    }
  });

  test('it has both where teams are camps', () => {
    const debate = camps((nth) => (nth < 10 ? 'east' : 'west'));
    const shown = votesIn(sourcesOf(debate.state), EAST);
    expect(listedIn(debate).every((id) => shown?.has(id))).toBe(true);
  });

  test('it has none either once it is no longer listed', () => {
    const { state } = oneAside();
    const { gathered } = sourcesOf(state);
    const [id = ''] = listedIn(oneAside());
    expect(finish(gatherPerspectives(state, null)).claims.get(id)?.teams.size).toBe(2);
    for (const groups of [null, { groupOf: new Map(), listed: new Set<string>() }])
      expect(finish(gatherPerspectives(state, groups, gathered)).claims.get(id)?.teams.size).toBe(0);
  });
});

describe('[PV10] an update', () => {
  test('keeps all claims when nothing is new, though groups were found again', () => {
    const { state } = camps((nth) => (nth < 10 ? 'east' : 'west'));
    const { gathered } = sourcesOf(state);
    const again = sourcesOf(state, gathered).gathered;
    expect(again?.columns.size).toBeGreaterThan(7);
    for (const [id, column] of again?.columns ?? []) expect(column, id).toBe(gathered?.columns.get(id));
    expect(again).toEqual(gathered);
  });

  test('reads only claims of the people whose consent changed', () => {
    const debate = teams(6, 6).does('dana', newClaim('n', 'c-a')).does('v-0', agree('c-n'));
    const before = finish(gatherPerspectives(debate.state, null));
    debate.does('v-1', SHOW);
    const after = finish(gatherPerspectives(debate.state, null, before));
    expect(after).toEqual(finish(gatherPerspectives(debate.state, null)));
    expect(after.columns.get('c-n')).toBe(before.columns.get('c-n'));
    expect(after.columns.get('c-z')).not.toBe(before.columns.get('c-z'));
  });

  test('counts people who withdrew their only vote, and claims that are gone, no longer', () => {
    const debate = teams(5, 6).does('dana', newClaim('n', 'c-a'));
    const before = finish(gatherPerspectives(debate.state, null));
    debate.does('v-0', { type: 'vote.withdraw', claimId: 'c-z' });
    const without = finish(gatherPerspectives(debate.state, null, before));
    expect(without).toEqual(finish(gatherPerspectives(debate.state, null)));
    expect(without.people.everyone).toBe(before.people.everyone - 1);
    debate.does('olga', { type: 'claim.retract', claimId: 'c-z' });
    const gone = finish(gatherPerspectives(debate.state, null, without));
    expect(gone).toEqual(finish(gatherPerspectives(debate.state, null)));
    expect(gone.people.teams.size).toBe(0);
  });
});
