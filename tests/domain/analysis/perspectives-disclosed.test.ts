import { describe, expect, test } from 'vitest';
import {
  type PerspectiveSources,
  perspectiveChoices,
} from '#domain/analysis/perspectives/disclosed-perspectives.ts';
import {
  type GatheredPerspectives,
  gatherPerspectives,
  type ShownGroups,
} from '#domain/analysis/perspectives/gather-perspectives.ts';
import { perspectiveKey } from '#domain/analysis/perspectives/perspective.ts';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import { finish } from '#domain/collections/steps.ts';
import { fromSnapshot, toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Vote } from '#domain/debate/votes/vote.ts';
import { projectPast } from '#domain/history/project-past.ts';
import { Random } from '../../simulation/random.ts';
import { agree, type DebateBuilder, hide, merge, newClaim } from '../../support/debate-builder.ts';
import { admit } from '../../support/pairs/made-operations.ts';
import {
  begun,
  camps,
  EAST,
  SHOW,
  sourcesOf,
  teams,
  votesIn,
  votesOf,
  WEST,
} from '../../support/perspectives.ts';

const choicesOf = (state: DebateState) => perspectiveChoices(sourcesOf(state)).map(({ of }) => of);

describe('[PV3] a vote counts for the side its author was on', () => {
  test('also after they changed sides', () => {
    const debate = teams(6, 6);
    const before = [EAST, WEST].map((of) => votesOf(debate.state, of));
    debate.does('v-0', { type: 'team.choose', participantId: 'v-0', team: 'west' });
    expect([EAST, WEST].map((of) => votesOf(debate.state, of))).toEqual(before);
    debate.does('v-0', { type: 'vote.cast', claimId: 'c-z', answer: 'disagree', wording: 1 });
    expect([EAST, WEST].map((of) => votesOf(debate.state, of))).toMatchObject([
      { agree: 5, disagree: 1 },
      { agree: 6, disagree: 0 },
    ]);
  });

  test('also if they withdraw it and vote again, on a server that was restarted', () => {
    const debate = teams(6, 6).does('v-0', { type: 'vote.withdraw', claimId: 'c-z' });
    const stored = fromSnapshot(toSnapshot(debate.state));
    expect(stored.formerTeams).toEqual(debate.state.formerTeams);
    debate.does('v-0', { type: 'team.choose', participantId: 'v-0', team: 'west' }, agree('c-z'));
    expect(debate.state.votes.get('c-z')?.get('v-0')?.team).toBe('east');
    expect(debate.projection('v-0').formerTeams.size).toBe(0);
  });

  test('also if they vote on the claim it was merged into', () => {
    const debate = teams(6, 6).does('dana', newClaim('n', 'c-a')).does('mona', merge('c-z', 'c-n'));
    debate.does('v-0', { type: 'team.choose', participantId: 'v-0', team: 'west' }, agree('c-n'));
    expect(debate.state.votes.get('c-n')?.get('v-0')?.team).toBe('east');
  });

  test('and for none if they spoke for none then', () => {
    const debate = teams(6, 6).does('emil', agree('c-z'));
    debate.does('emil', { type: 'team.choose', participantId: 'emil', team: 'west' });
    debate.does('emil', { type: 'vote.cast', claimId: 'c-z', answer: 'disagree', wording: 1 });
    expect(debate.state.votes.get('c-z')?.get('emil')?.team).toBeUndefined();
  });

  test('and for none where there are no teams', () => {
    const debate = begun().does('olga', { type: 'debate.configure', teams: 'off' });
    debate.does('emil', agree('c-z'));
    expect(debate.state.votes.get('c-z')?.get('emil')).toEqual({ answer: 'agree', wording: 1 });
  });
});

describe('[PV4] a team in an open ballot', () => {
  test.each([
    [5, 5, [true, true]],
    [4, 5, [false, false]],
    [4, 9, [false, false]],
    [0, 5, [false, true]],
    [6, 7, [true, true]],
  ] as const)('of %i beside one of %i', (east, west, shown) => {
    const { state } = teams(east, west);
    expect([EAST, WEST].map((of) => votesOf(state, of) !== undefined)).toEqual(shown);
  });

  test('is not shown beside fewer than five who speak for nobody', () => {
    const debate = teams(5, 6);
    debate.does('emil', agree('c-z'));
    expect([EAST, WEST].map((of) => votesOf(debate.state, of) !== undefined)).toEqual([false, true]);
  });

  test('of few people is shown once all of them show their votes', () => {
    const debate = teams(2, 6).does('v-0', SHOW);
    expect(votesOf(debate.state, EAST)).toBeUndefined();
    debate.does('v-1', SHOW);
    expect(votesOf(debate.state, EAST)).toEqual({ agree: 2, disagree: 0, pass: 0 });
    // Six of whom two show theirs are four whose votes would follow.
    debate.does('v-2', SHOW).does('v-3', SHOW);
    expect(votesOf(debate.state, WEST)).toBeUndefined();
  });

  test('never makes a sum or difference about fewer than five, with groups and at random', () => {
    let shownSets = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const { state, groups, kept, unseen } = atRandom(seed);
      const shown = finish(gatherPerspectives(state, groups)).claims.get('c-z');
      const votes = [...(state.votes.get('c-z') ?? [])];
      const all = new Set(votes.map(([id]) => id));
      const ofTeams = [...(shown?.teams.keys() ?? [])].map((team) =>
        votes.filter(([, vote]) => vote.team === team).map(([id]) => id),
      );
      const ofGroups = [...(shown?.groups.keys() ?? [])].map((group) =>
        votes.filter(([id]) => groups?.groupOf.get(id) === group).map(([id]) => id),
      );
      const isFit = (ids: Iterable<string>) => {
        const hidden = [...ids].filter((id) => kept.has(id));
        return hidden.length === 0 || hidden.filter((id) => unseen.has(id)).length >= 5;
      };
      if (!isFit(all)) {
        // The rest follows from everyone's total and from votes that people show themselves.
        expect([...ofTeams, ...ofGroups].flat().filter((id) => kept.has(id))).toEqual([]);
        continue;
      }
      shownSets += ofTeams.length + ofGroups.length;
      const sets = [all, ...unions(ofTeams), ...unions(ofGroups)];
      for (const one of sets)
        for (const other of [...sets, new Set<string>()])
          expect(isFit([...one].filter((id) => !other.has(id))), `seed ${seed}`).toBe(true);
    }
    expect(shownSets).toBeGreaterThan(300);
  });
});

/** All sums of some of these. */
function unions(parts: readonly (readonly string[])[]): Set<string>[] {
  return Array.from(
    { length: 2 ** parts.length - 1 },
    (_, nth) => new Set(parts.filter((__, part) => (nth + 1) & (1 << part)).flat()),
  );
}

/** People of random teams and groups who voted, some of whom show their votes. */
function atRandom(seed: number) {
  const random = new Random(seed);
  const { state } = begun();
  const size = 8 + Math.floor(random.next() * 40);
  const people = Array.from({ length: size }, (_, nth) => `v-${nth}`);
  const shows = new Set(people.filter(() => random.chance(seed % 3 === 0 ? 0.4 : 0)));
  const withdrew = new Set(people.filter(() => random.chance(seed % 4 === 0 ? 0.2 : 0)));
  const votes = people.map((id): [string, Vote] => {
    const team = random.pick(['east', 'east', 'west', null] as const);
    const answer = random.pick(['agree', 'disagree', 'pass'] as const) ?? 'pass';
    return [id, { answer, wording: 1, ...(team && { team }) }];
  });
  const { participants } = state;
  const [dana = expect.fail()] = [participants.get('dana')];
  const joined = people.map(
    (id) =>
      [
        id,
        {
          ...{ ...dana, id },
          ...(shows.has(id) && { showsVotes: true as const }),
          ...(withdrew.has(id) && { everShowedVotes: true as const }),
        },
      ] as const,
  );
  // Groups that follow teams at times, as opinions do.
  const groupOf = new Map(
    votes.map(([id, vote], nth) => [id, seed % 2 === 0 && vote.team === 'east' ? 0 : nth % 3]),
  );
  const groups: ShownGroups | null =
    seed % 5 === 0 ? null : { groupOf, listed: new Set(seed % 7 === 0 ? ['c-z'] : []) };
  return {
    state: {
      ...state,
      participants: participants.merge(PersistentMap(joined)),
      votes: state.votes.set('c-z', PersistentMap(votes)),
    },
    groups,
    kept: new Set(people.filter((id) => !shows.has(id))),
    unseen: new Set(people.filter((id) => !shows.has(id) && !withdrew.has(id))),
  };
}

describe('[PV5] an opinion group', () => {
  test('is a perspective once no one may vote', () => {
    const debate = camps();
    expect(choicesOf(debate.state).filter((of) => of.startsWith('group'))).toEqual([]);
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(choicesOf(debate.state).filter((of) => of.startsWith('group'))).toEqual(['group:0', 'group:1']);
    const group = votesIn(sourcesOf(debate.state), { kind: 'group', number: 0 });
    expect(group?.size).toBe(8);
    expect([...(group?.values() ?? [])].every(({ agree: for_, disagree }) => for_ + disagree === 10)).toBe(
      true,
    );
  });
});

describe('[PV7] a person’s votes', () => {
  const dana = { kind: 'person', id: 'dana' } as const;
  const showing = () => begun().does('dana', agree('c-z'), SHOW);

  test('are shown while they agree, and gone at once', () => {
    const debate = begun().does('dana', agree('c-z'));
    expect(votesOf(debate.state, dana)).toBeUndefined();
    debate.does('dana', SHOW);
    expect(votesOf(debate.state, dana)).toEqual({ agree: 1, disagree: 0, pass: 0 });
    expect(choicesOf(debate.state)).toContain(perspectiveKey(dana));
    debate.does('dana', { type: 'perspective.show', shown: false });
    expect(votesOf(debate.state, dana)).toBeUndefined();
    expect(choicesOf(debate.state)).not.toContain(perspectiveKey(dana));
  });

  test.each<[string, (debate: DebateBuilder) => unknown]>([
    ['is removed', (debate) => debate.does('olga', admit('dana', 'removed'))],
    [
      'is erased',
      (debate) => debate.does('system', { type: 'participant.erase', participantId: 'dana', words: false }),
    ],
    ['votes secretly', (debate) => debate.does('olga', { type: 'debate.configure', ballots: 'secret' })],
    ['has no name', (debate) => debate.does('olga', { type: 'debate.configure', names: 'anonymous' })],
    [
      'came back',
      (debate) =>
        debate
          .does('olga', admit('dana', 'removed'))
          .does('system', { type: 'participant.join', participantId: 'dana', role: 'debater' }),
    ],
    [
      'was readmitted',
      (debate) => debate.does('olga', admit('dana', 'banned')).does('olga', admit('dana', 'member')),
    ],
  ])('are not shown once the person %s', (_, happens) => {
    const debate = showing();
    happens(debate);
    expect(votesIn(sourcesOf(debate.state), dana)).toBeNull();
    expect(choicesOf(debate.state)).not.toContain(perspectiveKey(dana));
  });

  test.each(['removed', 'banned'] as const)(
    'are sent to others as withdrawn when the person is %s',
    (membership) => {
      const [withdrawn, out] = [showing(), showing()];
      const after = withdrawn.entries.length;
      withdrawn.does('dana', { type: 'perspective.show', shown: false });
      out.does('olga', admit('dana', membership));
      const sent = (debate: DebateBuilder) => ({ ...debate.frame('emil', after), at: 0 });
      const plain = (debate: DebateBuilder) =>
        JSON.parse(JSON.stringify(sent(debate), (key, value) => (key === 'at' ? 0 : value)));
      expect(plain(out)).toEqual(plain(withdrawn));
      expect(out.projection('emil').participants.get('dana')).toEqual(
        withdrawn.projection('emil').participants.get('dana'),
      );
    },
  );

  test('are not shown in the past', () => {
    const debate = showing();
    const then = debate.state;
    debate.does('dana', { type: 'perspective.show', shown: false });
    const past = projectPast(then, debate.state, 'debaters', 'emil');
    expect(past.participants.get('dana')?.showsVotes).toBeUndefined();
    expect(past.votes.get('c-z')?.has('dana') ?? false).toBe(false);
  });
});

describe('[PV9] perspectives', () => {
  test('are none while tallies are hidden, and in a secret ballot neither teams nor persons', () => {
    const debate = teams(6, 6).does('v-0', SHOW);
    expect(choicesOf(debate.state)).toEqual(['everyone', 'team:east', 'team:west', 'person:v-0']);
    debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
    expect(choicesOf(debate.state)).toEqual([]);
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(choicesOf(debate.state)).toEqual(['everyone']);
    for (const of of [EAST, { kind: 'person', id: 'v-0' } as const])
      expect(votesIn(sourcesOf(debate.state), of)).toBeNull();
  });

  test('have no claim that not everyone sees', () => {
    const debate = teams(6, 6).does('v-0', SHOW);
    const all = [EAST, WEST, { kind: 'person', id: 'v-0' } as const];
    expect(all.every((of) => votesOf(debate.state, of))).toBe(true);
    debate.does('olga', hide('c-z'));
    expect(all.some((of) => votesOf(debate.state, of))).toBe(false);
  });
});

describe('[PV10] an update', () => {
  test('has the result of a full count, and keeps claims without new votes', () => {
    const debate = teams(6, 6).does('dana', newClaim('n', 'c-a'));
    let last: GatheredPerspectives | null = null;
    for (const [who, operation] of [
      ['v-0', agree('c-n')],
      ['v-1', SHOW],
      ['v-1', agree('c-n')],
      ['v-2', { type: 'vote.withdraw', claimId: 'c-z' }],
    ] as const) {
      debate.does(who, operation);
      const next: GatheredPerspectives = finish(gatherPerspectives(debate.state, null, last));
      expect(next).toEqual(finish(gatherPerspectives(debate.state, null)));
      if (operation === agree('c-n')) expect(next.columns.get('c-z')).toBe(last?.columns.get('c-z'));
      last = next;
    }
  });
});

describe('[PV9] a secret ballot', () => {
  test('shows by group what its opinion groups disclose, on claims that still stand', () => {
    const debate = begun().does('olga', { type: 'debate.setStatus', status: 'closed' });
    const head = debate.state.head;
    const state = {
      ...debate.state,
      head: head && { ...head, settings: { ...head.settings, ballots: 'secret' as const } },
    };
    const answers = { agree: 6, disagree: 1, answered: 8 };
    const group = { size: 8, center: [0, 0], spread: [1, 1], turn: 0, holds: [] } as const;
    const disclosed = {
      kind: 'groups',
      people: 8,
      groups: [group, null],
      places: [],
      statements: [],
      shared: [],
      dividing: [],
      silhouettes: [],
    } as const;
    const byGroup = [answers, null];
    const answersByGroup = ['c-z', 'c-gone'].map((id) => ({ id, byGroup }));
    const opinions = { disclosed, participants: [], places: [], groupOf: [], answered: [], answersByGroup };
    const sources: PerspectiveSources = { state, opinions, gathered: null };
    expect(perspectiveChoices(sources)).toEqual([
      { of: 'everyone', people: null },
      { of: 'group:0', people: 8 },
    ]);
    const votes = (number: number) => votesIn(sources, { kind: 'group', number });
    expect([...(votes(0) ?? [])]).toEqual([['c-z', { agree: 6, disagree: 1, pass: 1 }]]);
    expect(votes(1)).toBeNull();
  });
});
