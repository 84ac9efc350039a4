import { afterEach, expect, test, vi } from 'vitest';
import { parley } from '../../server/handle.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';

withTestServer();
afterEach(() => vi.restoreAllMocks());

const who = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');

/** A debate of Olga's, whose two groups have Ann and Ben as members. */
async function twoGroups() {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
  const groups = ['One', 'Two'].map((name, index) => ({ name, members: [index === 0 ? ann.id : ben.id] }));
  const formed = await parley().groups.form(debateId, await who(cookie), { groups, claims: false });
  expect(formed).toMatchObject({ ok: true });
  await expect.poll(() => owner.snapshot().groups.length).toBe(2);
  const named = (name: string) =>
    owner.snapshot().groups.find((group) => group.name === name)?.debateId ?? expect.fail('no such group');
  const [one, two] = [named('One'), named('Two')];
  const reads = async (group: string, { cookie: own }: { cookie: string }) => {
    const answer = await parley().debates.read(group, await who(own));
    return answer.ok ? 'yes' : answer.rejection.code;
  };
  const ban = async ({ id: participantId }: { id: string }) =>
    expect(
      await owner.submit({
        type: 'participant.setMembership',
        participantId,
        membership: 'banned',
        reason: 'abusive',
      }),
    ).toMatchObject({ ok: true });
  return { owner, ann, ben, one, two, reads, ban, cookie };
}

test('[GR5] a group that can’t follow its plenary keeps no other from it, and follows some seconds later', async () => {
  const { ann, ben, one, two, reads, ban } = await twoGroups();
  const { carry } = Participants.prototype;
  let failures = 0;
  let failing: string | null = one;
  vi.spyOn(Participants.prototype, 'carry').mockImplementation(function (this: Participants, ...args) {
    if (args[1].id !== failing) return carry.apply(this, args);
    failures += 1;
    return Promise.reject(new Error('The database is away'));
  });
  await ban(ben);
  await expect.poll(() => reads(two, ben)).toBe('banned');
  await ban(ann);
  await expect.poll(() => failures).toBeGreaterThan(1);
  expect(await reads(one, ann)).toBe('yes');
  // The other way around: the first of them in their order has failed once by then.
  failing = two;
  await expect.poll(() => reads(one, ann)).toBe('banned');
}, 60_000);

test('[GR5] a ban that a group refuses because it is busy is submitted again', async () => {
  const { ann, one, reads, ban } = await twoGroups();
  const { submit } = DebateRoom.prototype;
  let refused = 0;
  vi.spyOn(DebateRoom.prototype, 'submit').mockImplementation(function (this: DebateRoom, submission) {
    if (this.id !== one || refused > 0) return submit.call(this, submission);
    refused += 1;
    return Promise.resolve({ ok: false, rejection: { code: 'busy' } });
  });
  await ban(ann);
  await expect.poll(() => refused).toBe(1);
  await expect.poll(() => reads(one, ann)).toBe('banned');
}, 60_000);

test('[GR5] a new name that doesn’t reach a group is set there some seconds later', async () => {
  const { owner, ann, one, cookie } = await twoGroups();
  const { rename } = Participants.prototype;
  let failures = 0;
  vi.spyOn(Participants.prototype, 'rename').mockImplementation(function (this: Participants, ...args) {
    if (args[0] !== one || failures > 0) return rename.apply(this, args);
    failures += 1;
    return Promise.reject(new Error('The database is away'));
  });
  await owner.submit({ type: 'participant.rename', participantId: ann.id, name: 'Anna' });
  const names = async () => {
    const got = await parley().debates.read(one, await who(cookie));
    return got.ok ? got.opening.people.map(({ name }) => name) : [];
  };
  await expect.poll(() => failures).toBe(1);
  await expect.poll(names).toContain('Anna');
}, 60_000);
