import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { audienceIn, projectEntries, projectStanding, projectState } from '#domain/debate/engine/project.ts';
import { MEMBERSHIPS, REASONS, type Reason, type Role } from '#domain/debate/participants/participant.ts';
import { endedSanctions } from '#domain/debate/participants/sanctions.ts';
import {
  aDebate,
  agree,
  comment,
  crossLink,
  editTo,
  newClaim,
  reread,
  retract,
} from '#tests/support/debate-builder.ts';
import { OPERATION_TYPES, SAMPLES } from '#tests/support/operation-samples.ts';

const appoint = (participantId: string, role: Exclude<Role, 'owner'>): Operation => ({
  type: 'participant.appoint',
  participantId,
  role,
});
const mute = (participantId: string, reason: Reason | null = 'flooding', muted = true): Operation => ({
  type: 'participant.mute',
  participantId,
  muted,
  reason,
});
const admit = (
  participantId: string,
  membership: (typeof MEMBERSHIPS)[number],
  reason: Reason | null = 'other',
) => ({ type: 'participant.setMembership', participantId, membership, reason }) as const;
const transfer = (participantId: string) => ({ type: 'debate.transfer', participantId }) as const;
const rename = (participantId: string, name: string) =>
  ({ type: 'participant.rename', participantId, name }) as const;
const team = (participantId: string, position: string | null) =>
  ({ type: 'team.choose', participantId, team: position }) as const;
const joinAgain = (participantId: string, role: Role = 'debater') =>
  ({ type: 'participant.join', participantId, role }) as const;

const person = (debate: ReturnType<typeof aDebate>, id: string) => debate.state.participants.get(id);

describe('[RO1] roles', () => {
  test('the owner sets those of all others', () => {
    const debate = aDebate().does('olga', appoint('dana', 'moderator'), appoint('mona', 'observer'));
    expect(person(debate, 'dana')?.role).toBe('moderator');
  });

  test('moderators set roles of others, whose rights change at once', () => {
    const debate = aDebate().does('mona', appoint('otto', 'debater'), appoint('dana', 'suggester'));
    expect(debate.refusal('otto', newClaim('n', 'east'))).toBeNull();
    expect(debate.refusal('dana', newClaim('m', 'east'))).toBe('not_allowed');
  });
});

describe('[RO2] handing a debate over', () => {
  test('it has one owner, and the one before is a moderator', () => {
    const debate = aDebate().does('mona', mute('emil')).does('olga', transfer('emil'));
    const owners = [...debate.state.participants.values()].filter(({ role }) => role === 'owner');
    expect(owners).toMatchObject([{ id: 'emil', muted: false, reason: null }]);
    expect(person(debate, 'olga')?.role).toBe('moderator');
  });
});

test('[RO3] nobody decides about the owner, only the owner about moderators', () => {
  const decided = [mute, admit, rename] as const;
  for (const [who, about, code] of [
    ['mona', 'olga', 'not_allowed'],
    ['olga', 'olga', 'not_allowed'],
    ['mona', 'mona', 'not_allowed'],
    ['dana', 'emil', 'not_allowed'],
    ['olga', 'mona', null],
    ['mona', 'dana', null],
  ] as const) {
    const [silence, send, call] = decided;
    const debate = aDebate();
    for (const operation of [silence(about), send(about, 'banned'), call(about, 'X')])
      expect(debate.refusal(who, operation), `${who} ${operation.type} ${about}`).toBe(code);
  }
});

describe('[RO4] reasons', () => {
  test.each(REASONS)('%s is one', (reason) => {
    expect(person(aDebate().does('mona', mute('emil', reason)), 'emil')?.reason).toBe(reason);
  });

  test('once lifted, there is none left', () => {
    const debate = aDebate();
    debate.does('mona', mute('emil', 'abusive'), admit('emil', 'removed', 'other'));
    expect(person(debate, 'emil')).toMatchObject({ muted: true, membership: 'removed', reason: 'other' });
    debate.does('mona', admit('emil', 'member', null));
    expect(person(debate, 'emil')).toMatchObject({ muted: true, membership: 'member', reason: 'other' });
    debate.does('mona', mute('emil', null, false));
    expect(person(debate, 'emil')).toMatchObject({ muted: false, reason: null });
  });
});

test('[RO5] a muted person may vote, react, withdraw a signature and hide their votes, and is refused everything else', () => {
  const debate = aDebate().does('mona', mute('dana'));
  expect(debate.refusal('dana', agree('c-b'))).toBeNull();
  debate.does('dana', agree('c-b'));
  expect(debate.refusal('dana', { type: 'vote.withdraw', claimId: 'c-b' })).toBeNull();
  for (const type of OPERATION_TYPES.filter(
    (one) =>
      !/^vote\.|^link\.weigh$|^claim\.react$|^poll\.answer|^question\.support$|^conclusion\.unsign$|^perspective\.show$|^debate\.create$/.test(
        one,
      ),
  ))
    expect(debate.refusal('dana', SAMPLES[type].operation), type).toBe('muted');
});

describe('[RO6] a person who is no longer in the debate', () => {
  test.each(MEMBERSHIPS.slice(1))(
    '%s: nothing of theirs is accepted, what was under way included',
    (membership) => {
      const debate = aDebate();
      const underWay = [
        newClaim('n', 'east'),
        editTo(debate.state, 'c-a', 'one'),
        agree('c-b'),
        comment(),
        retract('c-a'),
        crossLink('x-n', 'c-a', 'c-d'),
        team('dana', 'east'),
      ];
      debate.does('olga', admit('dana', membership as 'removed'));
      for (const operation of underWay) expect(debate.refusal('dana', operation)).toBe(membership);
      expect(audienceIn(debate.state, 'dana')).toBe('readers');
    },
  );

  test('a removed person returns in the joining role, and muted if they were', () => {
    const debate = aDebate()
      .does('mona', mute('emil', 'abusive'), team('emil', 'west'))
      .does('mona', admit('emil', 'removed'))
      .does(SYSTEM, joinAgain('emil', 'suggester'));
    expect(person(debate, 'emil')).toMatchObject({
      role: 'suggester',
      muted: true,
      membership: 'member',
      team: 'west',
    });
    expect(debate.refusal(SYSTEM, joinAgain('emil', 'suggester'))).toBe('already_joined');
  });

  test('a banned person does not, until the ban is lifted', () => {
    const debate = aDebate().does('mona', admit('emil', 'banned'));
    expect(debate.refusal(SYSTEM, joinAgain('emil'))).toBe('banned');
    debate.does('olga', admit('emil', 'member', null));
    expect(debate.refusal('emil', newClaim('n', 'east'))).toBeNull();
  });
});

describe('[RO7] measures are between a person and moderators', () => {
  const debate = aDebate();
  const before = debate.entries.length;
  debate.does('mona', mute('emil', 'pretending'), admit('susi', 'banned', 'abusive'));

  test('they are in no state and no entry of anyone else', () => {
    for (const audience of ['debaters', 'readers', 'stage'] as const) {
      const sent = [
        JSON.stringify([...projectState(debate.state, audience, 'emil').participants.values()]),
        JSON.stringify(projectEntries(debate.entries.slice(before), debate.state, audience)),
      ].join();
      expect(sent).not.toMatch(/"muted":true|banned|pretending|abusive/);
    }
    const moderators = projectState(debate.state, 'moderators', 'mona');
    expect(moderators.participants.get('emil')).toMatchObject({ muted: true, reason: 'pretending' });
    expect(reread(moderators).participants.get('susi')).toMatchObject({ membership: 'banned' });
  });

  test('a removed person who comes back never left, for others; another role looks like an appointment', () => {
    const sentFor = (operation: Operation, who: string, removed: boolean) => {
      const debate = aDebate();
      if (removed) debate.does('olga', admit('emil', 'removed'));
      const before = debate.entries.length;
      debate.does(who, operation);
      return ['dana', null].map((viewer) => debate.frame(viewer, before));
    };
    const again = sentFor(joinAgain('emil'), SYSTEM, true);
    for (const { after, to, entries } of again) expect([entries, to]).toEqual([[], after]);
    expect(sentFor(joinAgain('emil', 'observer'), SYSTEM, true)).toEqual(
      sentFor(appoint('emil', 'observer'), 'olga', false),
    );
    const debate = aDebate()
      .does('olga', admit('emil', 'removed'))
      .does(SYSTEM, joinAgain('emil', 'observer'));
    const acts = [...debate.state.moderationLog.values()].map(({ what }) => what);
    expect(acts, 'no moderator’s decision').toEqual(['removed']);
    expect(person(debate, 'emil')).toMatchObject({ membership: 'member', role: 'observer', reason: null });
  });

  test('the person knows their own', () => {
    expect(projectStanding(debate.state, 'emil')).toEqual({
      muted: true,
      membership: 'member',
      reason: 'pretending',
    });
    expect(projectStanding(debate.state, null)).toBeNull();
  });
});

test('[RO10] a name is in no entry', () => {
  const debate = aDebate().does('mona', rename('emil', 'Something else'));
  expect(debate.entries.at(-1)?.effect).toEqual({ type: 'participant.renamed', participantId: 'emil' });
});

describe('[TE1] teams', () => {
  test('people choose theirs, or moderators do', () => {
    const debate = aDebate().does('dana', team('dana', 'east')).does('mona', team('emil', 'west'));
    expect(['dana', 'emil', 'susi'].map((id) => person(debate, id)?.team)).toEqual(['east', 'west', null]);
  });
});

describe('[TE2] where sides are kept', () => {
  const kept = () =>
    aDebate()
      .does('dana', team('dana', 'east'))
      .does('emil', { ...newClaim('e', 'west'), positionId: 'west' })
      .does('olga', { type: 'debate.configure', sides: 'own' });

  test('a team writes what its position holds, and attacks the others', () => {
    const debate = kept();
    expect(debate.refusal('dana', newClaim('n', 'c-a', { positionId: 'east' }))).toBeNull();
    const attack = { relation: 'attack', positionId: 'east' } as const;
    expect(debate.refusal('dana', newClaim('n', 'c-e', attack))).toBeNull();
    expect(debate.refusal('dana', newClaim('n', 'c-e', { positionId: 'west' }))).toBe('other_side');
    expect(debate.refusal('dana', newClaim('n', 'c-e', { positionId: 'east' }))).toBe('other_side');
    expect(debate.refusal('dana', newClaim('n', 'west', { positionId: 'east' }))).toBe('other_side');
    expect(debate.refusal('dana', newClaim('n', 'east'))).toBe('other_side');
    expect(debate.refusal('dana', editTo(debate.state, 'c-e', 'mine'))).toBe('other_side');
    expect(debate.refusal('dana', editTo(debate.state, 'c-a', 'mine'))).toBeNull();
    expect(debate.refusal('dana', { ...crossLink('x-n', 'c-a', 'c-e'), relation: 'support' })).toBe(
      'other_side',
    );
    expect(debate.refusal('dana', crossLink('x-n', 'c-a', 'c-e'))).toBeNull();
    expect(debate.refusal('dana', { ...SAMPLES['claim.move'].operation, claimId: 'c-e' } as Operation)).toBe(
      'other_side',
    );
  });

  test('a person in no team writes nothing; moderators write for all', () => {
    const debate = kept();
    expect(debate.refusal('emil', newClaim('n', 'west', { positionId: 'west' }))).toBe('no_team');
    expect(debate.refusal('mona', newClaim('n', 'west', { positionId: 'east' }))).toBeNull();
    debate.does('olga', { type: 'debate.configure', teams: 'off' });
    expect(debate.refusal('emil', newClaim('n', 'west'))).toBeNull();
  });
});

describe('[RO12] sanctions with an end', () => {
  const MINUTE = 60_000;

  test('are lifted when their time is up', () => {
    const debate = aDebate();
    debate.now = 10 * MINUTE;
    debate.does('mona', { ...mute('emil'), minutes: 10 } as Operation);
    debate.does('mona', { ...admit('emil', 'banned', 'abusive'), minutes: 60 } as Operation);
    expect(person(debate, 'emil')).toMatchObject({ mutedUntil: 20 * MINUTE, outUntil: 70 * MINUTE });
    expect(endedSanctions(debate.state, 20 * MINUTE - 1)).toEqual([]);
    const [unmute, ...none] = endedSanctions(debate.state, 20 * MINUTE);
    expect(none).toEqual([]);
    debate.does(SYSTEM, unmute as Operation);
    expect(person(debate, 'emil')).toMatchObject({ muted: false, membership: 'banned', reason: 'abusive' });
    expect(person(debate, 'emil')).not.toHaveProperty('mutedUntil');
    const [readmit] = endedSanctions(debate.state, 70 * MINUTE);
    debate.does(SYSTEM, readmit as Operation);
    expect(person(debate, 'emil')).toMatchObject({ membership: 'member', reason: null });
    expect(person(debate, 'emil')).not.toHaveProperty('outUntil');
    expect(endedSanctions(debate.state, 700 * MINUTE)).toEqual([]);
  });

  test('take the place of one with another end', () => {
    const debate = aDebate();
    debate.does('olga', { ...admit('emil', 'banned', 'abusive'), minutes: 10 } as Operation);
    debate.does('mona', admit('emil', 'banned', 'abusive') as Operation);
    expect(person(debate, 'emil')).not.toHaveProperty('outUntil');
    expect(endedSanctions(debate.state, 20 * MINUTE)).toEqual([]);
    expect(debate.refusal('olga', admit('emil', 'banned', 'abusive') as Operation)).toBe('nothing_changed');
  });

  test('show their end only to moderators and the person', () => {
    const debate = aDebate().does('mona', { ...mute('emil'), minutes: 10 } as Operation);
    const until = person(debate, 'emil')?.mutedUntil;
    expect(projectStanding(debate.state, 'emil')).toMatchObject({ muted: true, mutedUntil: until });
    expect(debate.projection('mona').participants.get('emil')).toHaveProperty('mutedUntil', until);
    for (const who of ['dana', 'emil', null])
      expect(debate.projection(who).participants.get('emil')).not.toHaveProperty('mutedUntil');
  });

  test('last as long again when lifting them is undone', () => {
    const debate = aDebate();
    debate.now = 10 * MINUTE;
    debate.does('mona', { ...mute('emil'), minutes: 10 } as Operation);
    const freed = { type: 'participant.muted', participantId: 'emil', muted: false, reason: null } as const;
    expect(invertEffect(debate.state, freed, 'mona')).toMatchObject({ muted: true, minutes: 10 });
  });
});
