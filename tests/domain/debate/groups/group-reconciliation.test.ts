import { describe, expect, test } from 'vitest';
import { type Effect, SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '#domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { concernsGroups, reconcileGroup } from '#domain/debate/groups/reconcile-group.ts';
import {
  aDebate,
  assign,
  cite,
  type DebateBuilder,
  form,
  newClaim,
  SOURCE,
  turnGroup,
} from '#tests/support/debate-builder.ts';
import { grouped, groupOf, inLine, newGroup, plannedPromotion } from '#tests/support/grouped.ts';
import { speaksFor } from '#tests/support/made-conclusion.ts';
import { appoint, joinAs, mute, restrict, setMembership } from '#tests/support/made-people.ts';
import { SWITCHED } from '#tests/support/made-steelmen.ts';
import { runSample, TYPES_AFTER_CREATE } from '#tests/support/operation-samples.ts';
import { setAgenda, turnTo } from '#tests/support/phased-debate.ts';

const remove = (deleted: boolean) => ({ type: 'debate.delete', deleted }) as const;
const turn = (status: 'open' | 'closed' | 'archived') => ({ type: 'debate.setStatus', status }) as const;

type Steps = (plenary: DebateBuilder, group: DebateBuilder) => unknown;

/** The operations that bring a group in line which was so before these steps. */
function reconciled(steps: Steps): Operation[] {
  const plenary = grouped();
  const group = inLine(plenary, 'a', newGroup({ teams: 'chosen' }));
  steps(plenary, group);
  const operations = reconcileGroup(plenary.state, groupOf(plenary, 'a'), group.state);
  group.does(SYSTEM, ...operations);
  expect(reconcileGroup(plenary.state, groupOf(plenary, 'a'), group.state)).toEqual([]);
  return operations;
}

describe('[GR5] a group is brought in line', () => {
  test.each<[string, Operation[], Steps]>([
    ['with nothing that it is in line with', [], () => {}],
    [
      'with a mute and its reason',
      [mute('dana', 'flooding')],
      (plenary) => plenary.does('olga', mute('dana', 'flooding')),
    ],
    [
      'with the end of a mute',
      [mute('dana', null)],
      (plenary, group) => {
        plenary.does('olga', mute('dana', 'flooding'));
        inLine(plenary, 'a', group);
        plenary.does('olga', mute('dana', null));
      },
    ],
    [
      'with a removal and its reason',
      [setMembership('dana', 'removed', 'abusive')],
      (plenary) => plenary.does('olga', setMembership('dana', 'removed', 'abusive')),
    ],
    [
      'with a ban',
      [setMembership('dana', 'banned', 'abusive')],
      (plenary) => plenary.does('olga', setMembership('dana', 'banned', 'abusive')),
    ],
    [
      'with a ban after a removal',
      [setMembership('dana', 'banned', 'abusive')],
      (plenary, group) => {
        plenary.does('olga', setMembership('dana', 'removed', 'other'));
        inLine(plenary, 'a', group);
        plenary.does('olga', setMembership('dana', 'banned', 'abusive'));
      },
    ],
    [
      'with the end of a ban',
      [setMembership('dana', 'member', null)],
      (plenary, group) => {
        plenary.does('olga', setMembership('dana', 'banned', 'abusive'));
        inLine(plenary, 'a', group);
        plenary.does('olga', setMembership('dana', 'member', null)).does(SYSTEM);
      },
    ],
    [
      'with the move of a person to another group',
      [setMembership('dana', 'removed', 'other')],
      (plenary) => plenary.does('olga', assign('dana', 'b')),
    ],
    [
      'with the return of a person',
      [joinAs('dana', 'debater')],
      (plenary, group) => {
        plenary.does('olga', assign('dana', 'b'));
        inLine(plenary, 'a', group);
        plenary.does('olga', assign('dana', 'a'));
      },
    ],
    [
      'with a new member in their role, with their team and mute',
      [
        joinAs('otto', 'observer'),
        { type: 'team.choose', participantId: 'otto', team: 'east' },
        mute('otto', 'other'),
      ],
      (plenary) =>
        plenary.does('olga', speaksFor('otto', 'east'), mute('otto', 'other'), assign('otto', 'a')),
    ],
    [
      'without a team that the group lacks',
      [joinAs('otto', 'observer')],
      (plenary) => plenary.does('olga', speaksFor('otto', 'west'), assign('otto', 'a')),
    ],
    [
      'without a team where it has none',
      [joinAs('otto', 'observer')],
      (plenary, group) => {
        group.does('olga', { type: 'debate.configure', teams: 'off' });
        plenary.does('olga', speaksFor('otto', 'east'), assign('otto', 'a'));
      },
    ],
    [
      'with another role',
      [appoint('dana', 'suggester')],
      (plenary) => plenary.does('olga', appoint('dana', 'suggester')),
    ],
    [
      'with a new moderator, who is in every group',
      [joinAs('susi', 'moderator')],
      (plenary) => plenary.does('olga', appoint('susi', 'moderator')),
    ],
    [
      'with a moderator who is appointed again',
      [joinAs('mona', 'moderator'), appoint('mona', 'moderator')],
      (plenary, group) => {
        plenary.does('olga', appoint('mona', 'debater'));
        inLine(plenary, 'a', group);
        plenary.does('olga', appoint('mona', 'moderator'));
      },
    ],
    [
      'with a moderator who is readmitted',
      [joinAs('mona', 'moderator'), appoint('mona', 'moderator')],
      (plenary, group) => {
        plenary.does('olga', setMembership('mona', 'removed', 'other'));
        inLine(plenary, 'a', group);
        plenary.does('olga', setMembership('mona', 'member', null));
      },
    ],
    [
      'with the return of a person in a lower role',
      [joinAs('dana', 'suggester')],
      (plenary, group) => {
        plenary.does('olga', assign('dana', 'b'));
        inLine(plenary, 'a', group);
        plenary.does('olga', appoint('dana', 'suggester'), assign('dana', 'a'));
      },
    ],
    [
      'with a new owner, who is in it already',
      [{ type: 'debate.transfer', participantId: 'emil' }],
      (plenary) => plenary.does('olga', { type: 'debate.transfer', participantId: 'emil' }),
    ],
    [
      'with a new owner, who joins it first',
      [joinAs('susi', 'moderator'), { type: 'debate.transfer', participantId: 'susi' }],
      (plenary) => plenary.does('olga', { type: 'debate.transfer', participantId: 'susi' }),
    ],
    [
      'with an owner who was one and is a debater now',
      [{ type: 'debate.transfer', participantId: 'emil' }, appoint('olga', 'debater')],
      (plenary) =>
        plenary
          .does('olga', { type: 'debate.transfer', participantId: 'emil' })
          .does('emil', appoint('olga', 'debater'), assign('olga', 'a')),
    ],
    [
      'with erased people in neither',
      [],
      (plenary, group) => {
        plenary.does('olga', assign('otto', 'a'));
        group.does(SYSTEM, joinAs('otto', 'observer'), {
          type: 'participant.erase',
          participantId: 'otto',
          words: false,
        });
      },
    ],
    [
      'with names that are hidden',
      [{ type: 'debate.configure', names: 'anonymous' }],
      (plenary) => plenary.does('olga', { type: 'debate.configure', names: 'anonymous' }),
    ],
    ['with its plenary’s status', [turn('archived')], (plenary) => plenary.does('olga', turn('archived'))],
    [
      'with its own status where that is closer to the end',
      [turn('closed')],
      (plenary) => plenary.does('olga', turnGroup('a', 'closed')),
    ],
    ['with its plenary’s deletion', [remove(true)], (plenary) => plenary.does('olga', remove(true))],
    [
      'with a takedown and its reason',
      [restrict('hidden', 'Spam')],
      (plenary) => plenary.does(SYSTEM, restrict('hidden', 'Spam')),
    ],
    [
      'with another reason',
      [restrict('hidden', 'Fraud')],
      (plenary, group) => {
        plenary.does(SYSTEM, restrict('hidden', 'Spam'));
        inLine(plenary, 'a', group);
        plenary.does(SYSTEM, restrict('hidden', 'Fraud'));
      },
    ],
    [
      'with a deletion by an administrator, once',
      [restrict('deleted', 'Spam')],
      (plenary) => plenary.does(SYSTEM, restrict('deleted', 'Spam')),
    ],
    [
      'with the end of that, once',
      [restrict('deleted', null)],
      (plenary, group) => {
        plenary.does(SYSTEM, restrict('deleted', 'Spam'));
        inLine(plenary, 'a', group);
        plenary.does(SYSTEM, restrict('deleted', null));
      },
    ],
  ])('%s', (_, expected, steps) => {
    expect(reconciled(steps)).toEqual(expected);
  });

  test('not before both debates exist', () => {
    const plenary = grouped();
    expect(reconcileGroup(plenary.state, groupOf(plenary, 'a'), EMPTY_STATE)).toEqual([]);
    expect(reconcileGroup(EMPTY_STATE, groupOf(plenary, 'a'), newGroup().state)).toEqual([]);
  });
});

/** Operations whose entries may change what groups should be. */
const CONCERNING: readonly OperationType[] = [
  'participant.appoint',
  'participant.mute',
  'participant.setMembership',
  'participant.erase',
  'debate.transfer',
  'debate.configure',
  'debate.setStatus',
  'debate.delete',
  'debate.restrict',
  'group.form',
  'group.assign',
  'group.setStatus',
];

test('[GR5] entries about people, about the debate’s status and about groups concern groups, others none', () => {
  const [start, { state }] = [aDebate(), grouped()];
  const concerning = TYPES_AFTER_CREATE.filter((type) =>
    runSample(start.copy(), type).some(({ effect }) => concernsGroups(state, effect)),
  );
  expect(concerning.sort()).toEqual([...CONCERNING].sort());
  const effect: Effect = { type: 'debate.deleted', deleted: true };
  expect(concernsGroups(start.state, effect)).toBe(false);
});

test.each([
  ['a person in no group', 'susi', false],
  ['a member of a group', 'dana', true],
  ['a moderator', 'mona', true],
])('[GR5] the joining of %s concerns groups: %s, %s', (_, participantId, concerns) => {
  const { state } = aDebate().does('mona', form('a', 'dana'));
  expect(concernsGroups(state, { type: 'participant.joined', participantId, role: 'debater' })).toBe(
    concerns,
  );
});

describe('[GR7] the plan of a promotion', () => {
  const operation = {
    type: 'claim.promote',
    claimId: 'c-n',
    linkId: 'l-n',
    groupId: 'g-a',
    text: 'claim n',
    target: { kind: 'position', id: 'east' },
    relation: 'support',
    positionId: null,
    sources: [],
  };
  const planned = (steps: Steps) => {
    const plenary = grouped();
    const group = inLine(plenary, 'a', newGroup({ teams: 'chosen' }));
    steps(plenary, group);
    return plannedPromotion(plenary, group, 'c-n');
  };
  const south = {
    type: 'position.add',
    positionId: 'south',
    name: 'South',
    hue: 'teal',
    summary: '',
  } as const;

  test('has the claim with its ids, words and author', () => {
    const plan = planned((_, group) => group.does('dana', newClaim('n', 'east')));
    expect(plan).toEqual({ operation, author: 'dana', sources: [] });
  });

  test('has the sources that the claim cites', () => {
    const plan = planned((_, group) => group.does('dana', SOURCE, newClaim('n', 'east'), cite('c-n')));
    expect(plan).toEqual({ operation: { ...operation, sources: ['s-a'] }, author: 'dana', sources: ['s-a'] });
  });

  test('is placed under the first position, and held by none, where the plenary lacks its own', () => {
    const steps: Steps = (_, group) =>
      group
        .does('olga', south)
        .does('dana', newClaim('n', 'south', { positionId: 'south', relation: 'attack' }));
    expect(planned(steps)?.operation).toEqual({ ...operation, relation: 'attack' });
    const removed = planned((plenary, group) => {
      steps(plenary, group);
      const east = plenary.state.positions.get('east') ?? expect.fail('no east');
      const positions = plenary.state.positions.set('east', { ...east, removed: true });
      plenary.state = { ...plenary.state, positions };
    });
    expect(removed?.operation).toEqual({
      ...operation,
      relation: 'attack',
      target: { kind: 'position', id: 'west' },
    });
  });

  test('says by whom a steelman was written, if the plenary has that position', () => {
    const plan = planned((_, group) =>
      group
        .does('olga', speaksFor('dana', 'north'))
        .does('olga', setAgenda([SWITCHED]), turnTo(SWITCHED.id))
        .does('dana', newClaim('n', 'east', { positionId: 'east' })),
    );
    expect(plan?.operation).toEqual({ ...operation, positionId: 'east', steelman: 'west' });
  });

  test('leaves that out where the plenary has no such position', () => {
    const plan = planned((_, group) =>
      group
        .does('olga', south, speaksFor('dana', 'south'))
        .does('olga', setAgenda([SWITCHED]), turnTo(SWITCHED.id))
        .does('dana', newClaim('n', 'east', { positionId: 'east' })),
    );
    expect(plan?.operation).toEqual({ ...operation, positionId: 'east' });
  });
});
