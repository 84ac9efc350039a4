import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { drawGroups } from '#domain/debate/groups/draw-groups.ts';
import { groupNameOf, groupTitle } from '#domain/debate/groups/group-title.ts';
import { isGroupTask, openGroupOf } from '#domain/debate/groups/groups.ts';
import { concernsGroups, reconcileGroup } from '#domain/debate/groups/reconcile-group.ts';
import { projectGroup } from '#domain/protocol/project-group.ts';
import {
  aDebate,
  assign,
  comment,
  type DebateBuilder,
  form,
  merge,
  newClaim,
  turnGroup,
} from '#tests/support/debate-builder.ts';
import { grouped, groupOf, inLine, newGroup, plannedPromotion } from '#tests/support/grouped.ts';
import { OPEN } from '#tests/support/phased-debate.ts';

describe('[GR1] groups', () => {
  test('stand in the plenary’s log', () => {
    const debate = grouped();
    expect(groupOf(debate, 'a')).toMatchObject({
      debateId: 'd-a',
      members: ['dana', 'emil'],
      status: 'open',
    });
  });

  test('have no groups themselves, and what their plenary decides is not decided in them', () => {
    const group = inLine(grouped(), 'a');
    const decided: Operation[] = [
      form('n'),
      { type: 'debate.setVisibility', visibility: 'public' },
      { type: 'debate.setStatus', status: 'closed' },
      { type: 'debate.configure', guests: 'debater' },
      { type: 'participant.appoint', participantId: 'dana', role: 'moderator' },
      { type: 'participant.setMembership', participantId: 'dana', membership: 'removed', reason: 'other' },
      { type: 'debate.transfer', participantId: 'dana' },
    ];
    for (const operation of decided) expect(group.refusal('olga', operation)).toBe('decided_by_plenary');
    expect(group.refusal('olga', { type: 'debate.configure', wording: 'own' })).toBeNull();
  });
});

describe('[GR2] a person in an open group', () => {
  test('is in the next one once that is closed', () => {
    const debate = grouped();
    debate.does('olga', turnGroup('a', 'closed'), form('c', 'dana'));
    expect(openGroupOf(debate.state, 'dana')?.id).toBe('g-c');
  });

  test('leaves it for another, or for none', () => {
    const debate = grouped().does('olga', assign('dana', 'b'));
    expect(groupOf(debate, 'a').members).toEqual(['emil']);
    expect(groupOf(debate, 'b').members).toEqual(['susi', 'otto', 'dana']);
    debate.does('mona', assign('dana', null));
    expect(openGroupOf(debate.state, 'dana')).toBeUndefined();
  });

  test('is in no second one that was reopened while they were removed from the debate', () => {
    const debate = grouped().does('olga', turnGroup('a', 'closed'), form('c', 'dana'));
    const member = { type: 'participant.setMembership', participantId: 'dana' } as const;
    debate.does('olga', { ...member, membership: 'removed', reason: 'other' }, turnGroup('a', 'open'));
    debate.does('olga', { ...member, membership: 'member', reason: null });
    expect(groupOf(debate, 'a').members).toEqual(['emil']);
    expect(openGroupOf(debate.state, 'dana')?.id).toBe('g-c');
  });
});

test('[GR3] drawn groups are even, and each position is spread over them', () => {
  const teams = fc.constantFrom('east', 'west', 'north', null);
  fc.assert(
    fc.property(
      fc.array(teams, { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(),
      (all, count, seed) => {
        let at = seed;
        const random = () => {
          at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
          return at / 2_147_483_648;
        };
        const people = all.map((team, index) => ({ id: `m${index}`, team }));
        const groups = drawGroups(people, count, random);
        expect(groups.flat().sort()).toEqual(people.map(({ id }) => id).sort());
        const spread = (of: (group: string[]) => number) => {
          const counts = groups.map(of);
          return Math.max(...counts) - Math.min(...counts);
        };
        expect(spread(({ length }) => length)).toBeLessThanOrEqual(1);
        for (const team of new Set(all)) {
          const isOf = (id: string) => people.find((person) => person.id === id)?.team === team;
          expect(spread((group) => group.filter(isOf).length)).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

describe('[GR4] names', () => {
  test('are hidden in a group as soon as they are in the plenary', () => {
    const plenary = grouped();
    const group = inLine(plenary, 'a');
    plenary.does('olga', { type: 'debate.configure', names: 'pseudonyms' });
    expect(inLine(plenary, 'a', group).state.head?.settings.names).toBe('pseudonyms');
    expect(inLine(plenary, 'a', newGroup({ names: 'anonymous' })).state.head?.settings.names).toBe(
      'anonymous',
    );
  });

  test('that the group hides are not revealed by a promotion', () => {
    const plenary = grouped();
    const group = inLine(plenary, 'a', newGroup({ names: 'anonymous' }));
    group.does('dana', newClaim('n', 'east'));
    expect(plannedPromotion(plenary, group, 'c-n')?.author).toBe(SYSTEM);
  });
});

describe('[GR5] people in a group', () => {
  const peopleOf = ({ state }: DebateBuilder) =>
    Object.fromEntries(
      [...state.participants.values()].map(({ id, role, membership, muted }) => [
        id,
        { role, membership, muted },
      ]),
    );

  test('are the assigned people and moderators of the plenary, in their roles', () => {
    const plenary = grouped();
    const group = inLine(plenary, 'a');
    const free = { membership: 'member', muted: false };
    expect(peopleOf(group)).toEqual({
      olga: { role: 'owner', ...free },
      mona: { role: 'moderator', ...free },
      dana: { role: 'debater', ...free },
      emil: { role: 'debater', ...free },
    });
    expect(reconcileGroup(plenary.state, groupOf(plenary, 'a'), group.state)).toEqual([]);
  });

  test.each<[string, Operation, string, object]>([
    [
      'muted',
      { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' },
      'dana',
      { muted: true },
    ],
    [
      'banned',
      { type: 'participant.setMembership', participantId: 'dana', membership: 'banned', reason: 'abusive' },
      'dana',
      { membership: 'banned' },
    ],
    [
      'removed',
      { type: 'participant.setMembership', participantId: 'dana', membership: 'removed', reason: 'other' },
      'dana',
      { membership: 'removed' },
    ],
    ['put elsewhere', assign('dana', 'b'), 'dana', { membership: 'removed' }],
    [
      'appointed',
      { type: 'participant.appoint', participantId: 'susi', role: 'moderator' },
      'susi',
      { role: 'moderator', membership: 'member' },
    ],
    [
      'a moderator no more',
      { type: 'participant.appoint', participantId: 'mona', role: 'debater' },
      'mona',
      { membership: 'removed' },
    ],
    ['the owner from now on', { type: 'debate.transfer', participantId: 'emil' }, 'emil', { role: 'owner' }],
  ])('are %s as in the plenary', (_, operation, who, expected) => {
    const plenary = grouped();
    const group = inLine(plenary, 'a');
    plenary.does('olga', operation);
    const effect = plenary.entries.at(-1)?.effect ?? expect.fail('nothing');
    expect(concernsGroups(plenary.state, effect)).toBe(true);
    inLine(plenary, 'a', group);
    expect(peopleOf(group)[who]).toMatchObject(expected);
    expect(reconcileGroup(plenary.state, groupOf(plenary, 'a'), group.state)).toEqual([]);
  });

  test('a person who returns to a group is in it again, an erased one is not', () => {
    const plenary = grouped();
    const group = inLine(plenary, 'a');
    plenary.does('olga', assign('dana', 'b'));
    inLine(plenary, 'a', group);
    plenary.does('olga', assign('dana', 'a'));
    expect(peopleOf(inLine(plenary, 'a', group)).dana).toMatchObject({ membership: 'member' });
    group.does(SYSTEM, { type: 'participant.erase', participantId: 'dana', words: false });
    expect(reconcileGroup(plenary.state, groupOf(plenary, 'a'), group.state)).toEqual([]);
  });
});

test('[GR6] a group is as near to its end as its plenary, or as it was brought', () => {
  const plenary = grouped();
  const group = inLine(plenary, 'a');
  const head = () => inLine(plenary, 'a', group).state.head;
  plenary.does('olga', turnGroup('a', 'closed'));
  expect(head()?.status).toBe('closed');
  plenary.does('olga', { type: 'debate.setStatus', status: 'archived' });
  expect(head()?.status).toBe('archived');
  plenary.does('olga', { type: 'debate.setStatus', status: 'open' });
  expect(head()?.status).toBe('closed');
  plenary.does('olga', { type: 'debate.delete', deleted: true });
  expect(head()?.deleted).toBe(true);
});

test('[AD10] a group is taken down and restored with its plenary, for the same reason', () => {
  const plenary = grouped();
  const group = inLine(plenary, 'a');
  const head = () => inLine(plenary, 'a', group).state.head;
  const restrict = (restriction: 'closed' | 'hidden' | 'deleted', reason: string | null) =>
    plenary.does(SYSTEM, { type: 'debate.restrict', restriction, reason });
  restrict('closed', 'Spam');
  expect(head()?.status).toBe('closed');
  restrict('hidden', 'Spam');
  expect(head()?.restrictions?.hidden?.reason).toBe('Spam');
  restrict('deleted', 'Spam');
  expect(head()).toMatchObject({ deleted: true, restrictions: { deleted: { reason: 'Spam' } } });
  for (const restriction of ['closed', 'hidden', 'deleted'] as const) restrict(restriction, null);
  expect(head()).toMatchObject({ status: 'open', deleted: false });
  expect(head()).not.toHaveProperty('restrictions');
});

test.each(['Sceptics', 'Group 2', 'A · B'])(
  'the title of a small group’s debate begins with its name: %s',
  (name) => {
    const title = groupTitle(name, 'Cars in towns · Part 2');
    expect(title.startsWith(name)).toBe(true);
    expect(name.startsWith(groupNameOf(title))).toBe(true);
    expect([...groupTitle(name, 'x'.repeat(LIMITS.titleCharacters))]).toHaveLength(LIMITS.titleCharacters);
  },
);

test('a phase is the task of a small group if it is one of its own kind without a title', () => {
  const [group, plenary] = [newGroup().state, aDebate().state];
  const task = { ...OPEN, kind: 'other', title: '' } as const;
  expect(isGroupTask(group, task)).toBe(true);
  expect(isGroupTask(group, { ...task, title: 'Lunch' })).toBe(false);
  expect(isGroupTask(group, OPEN)).toBe(false);
  expect(isGroupTask(plenary, task)).toBe(false);
  expect(isGroupTask(EMPTY_STATE, task)).toBe(false);
});

test('[GR10] a group’s progress is the number of its claims and comments, and its last three claims', () => {
  const debate = aDebate();
  const overview = () => projectGroup('g-a', debate.state, { here: [], gone: [] });
  expect(overview()).toMatchObject({ groupId: 'g-a', here: [], count: 0, claims: 4, comments: 1 });
  expect(overview().latest.map(({ id }) => id)).toEqual(['c-a', 'c-b', 'c-d']);
  debate.now += 1;
  debate.does('dana', newClaim('z', 'east'), newClaim('y', 'east'), comment());
  debate.does('dana', { type: 'comment.withdraw', commentId: 'm-n' }).does('olga', merge('c-b', 'c-d'));
  const claim = (key: string, at = 1_001) => ({
    id: `c-${key}`,
    text: `claim ${key}`,
    author: 'dana',
    at,
    promoted: false,
  });
  expect(overview()).toEqual({
    groupId: 'g-a',
    here: [],
    count: 0,
    claims: 5,
    comments: 1,
    latest: [claim('y'), claim('z'), { ...claim('a', 1_000), text: 'one two three' }],
  });
  const people = ['dana', null, 'emil', 'dana'].map((participantId, at) => ({
    connection: `${at}`,
    participantId,
    at: null,
    writing: false,
  }));
  expect(projectGroup('g-a', debate.state, { here: people, gone: [] })).toMatchObject({
    here: ['dana', 'emil'],
    count: 2,
  });
});
