import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { parley } from '../../server/handle.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';
import { startTestServer } from '../support/test-server.ts';

let ahead = 0;
const server = withTestServer(() => startTestServer({ now: () => Date.now() + ahead }));

const admit = (participantId: string, membership: 'member' | 'removed' | 'banned'): Operation => ({
  type: 'participant.setMembership',
  participantId,
  membership,
  reason: membership === 'member' ? null : 'abusive',
});
const appoint = (participantId: string, role: 'moderator' | 'observer' | 'debater'): Operation => ({
  type: 'participant.appoint',
  participantId,
  role,
});
const mute = (participantId: string): Operation => ({
  type: 'participant.mute',
  participantId,
  muted: true,
  reason: 'flooding',
});

/** A debate with its owner, Ann and Ben in it. */
async function aDebate(visibility: 'public' | 'private' = 'public') {
  const { debateId, cookie } = await makeOwnDebate(visibility);
  const owner = await connect({ cookie });
  const welcome = await owner.open(debateId);
  if (!welcome.ok || welcome.participantId === null) throw new Error('The owner is not in their debate');
  const [ann, ben] =
    visibility === 'public' ? [await join(debateId, 'Ann'), await join(debateId, 'Ben')] : [];
  return { debateId, owner, ownerId: welcome.participantId, ann, ben };
}

async function done(client: LiveClient, operation: Operation): Promise<number> {
  const answer = await client.submit(operation);
  return answer.ok ? answer.seq : expect.fail(`${operation.type}: ${answer.rejection.code}`);
}

async function asPublic() {
  const { debateId, owner, ownerId, ann, ben } = await aDebate();
  if (!ann || !ben) throw new Error('Nobody joined');
  return { debateId, owner, ownerId, ann, ben };
}

describe('[RO8] sanctions apply to open connections', () => {
  test('a ban ends them all, and only theirs; nothing opens again, on a page neither', async () => {
    const { debateId, owner, ann, ben } = await asPublic();
    const second = await connect({ cookie: ann.cookie });
    await second.open(debateId);
    const underWay = done(owner, admit(ann.id, 'banned'));
    await Promise.all([ann.closed, second.closed]);
    for (const { closings } of [ann, second]) expect(closings).toEqual([{ reason: 'access_changed' }]);
    const seq = await underWay;
    // Neither received it as others do: they were ended before.
    for (const { frames } of [ann, second]) expect(frames.every(({ to }) => to < seq)).toBe(true);
    // He receives nothing of it, but what comes after.
    await ben.seen(await done(owner, { type: 'debate.edit', title: 'Later' }));
    expect(ben.closings).toEqual([]);

    const again = await connect({ cookie: ann.cookie });
    expect(await again.open(debateId)).toEqual({
      ok: false,
      rejection: { code: 'banned' },
      standing: { muted: false, membership: 'banned', reason: 'abusive' },
      answers: [],
    });
    expect(await again.submit(claim('after'))).toMatchObject({ rejection: { code: 'not_joined' } });
    const person = await parley().auth.currentPerson(new Headers({ cookie: ann.cookie }));
    expect(await parley().debates.read(debateId, person)).toMatchObject({ rejection: { code: 'banned' } });

    await done(owner, admit(ann.id, 'member'));
    expect(await again.open(debateId)).toMatchObject({ ok: true, participantId: ann.id });
    expect(await again.submit(claim('back'))).toMatchObject({ ok: true });
  });

  test('a removed person can still read public debates, is not present, and can rejoin', async () => {
    const { debateId, owner, ann, ben } = await asPublic();
    await done(owner, admit(ann.id, 'removed'));
    await ann.closed;
    const again = await connect({ cookie: ann.cookie, clientId: 'tab_again' });
    const welcome = await again.open(debateId);
    expect(welcome).toMatchObject({
      participantId: ann.id,
      standing: { membership: 'removed', reason: 'abusive' },
    });
    expect(await again.submit(claim('out'))).toEqual({ ok: false, rejection: { code: 'removed' } });
    // To the others it is one who reads without a name.
    const here = () => ben.presence.flatMap((update) => update.here);
    await expect.poll(() => here().at(-1)?.participantId).toBeNull();

    const back = await new Promise((resolve) => {
      const message = {
        protocol: PROTOCOL_VERSION,
        debateId,
        clientId: 'tab_again',
        after: 0,
        at: 0,
        unanswered: [],
      };
      again.socket.emit('open', { ...message, rejoins: true }, resolve);
    });
    expect(back).toMatchObject({ participantId: ann.id, standing: { membership: 'member' } });
    expect(await again.submit(claim('member'))).toMatchObject({ ok: true });
  });

  test('a person who becomes a moderator, or stops being one, gets the debate again as they may see it', async () => {
    const { debateId, owner, ann, ben } = await asPublic();
    await done(owner, mute(ben.id));
    const seq = await done(owner, appoint(ann.id, 'moderator'));
    await ann.closed;
    const known = ann.snapshot();
    expect(known.seq).toBeLessThan(seq);
    expect(JSON.stringify(known)).not.toContain('flooding');
    const promoted = await connect({ cookie: ann.cookie, knows: known });
    const welcome = await promoted.open(debateId, known.seq, [], known.at);
    expect(welcome.ok && welcome.state.kind).toBe('snapshot');
    expect(JSON.stringify(promoted.snapshot())).toContain('flooding');

    await done(owner, appoint(ann.id, 'observer'));
    await promoted.closed;
    const moderator = promoted.snapshot();
    const demoted = await connect({ cookie: ann.cookie });
    const after = await demoted.open(debateId, moderator.seq, [], moderator.at);
    expect(after.ok && after.state.kind).toBe('snapshot');
    expect(JSON.stringify(demoted.snapshot())).not.toContain('flooding');
  });

  test('a change of role that changes no visibility ends no connection', async () => {
    const { owner, ann } = await asPublic();
    await ann.seen(await done(owner, appoint(ann.id, 'observer')));
    expect(await ann.submit(claim('x'))).toMatchObject({ rejection: { code: 'not_allowed' } });
    expect(ann.closings).toEqual([]);
  });

  test('a private debate is closed to a removed person', async () => {
    const { debateId, owner, ownerId } = await aDebate('private');
    expect(ownerId).toMatch(/^m_/);
    const reader = await connect({});
    expect(await reader.open(debateId)).toEqual({ ok: false, rejection: { code: 'debate_not_found' } });
    expect(await owner.submit(claim('own'))).toMatchObject({ ok: true });
  });
});

test('[RO7] only the muted person and moderators learn of it, with the reason', async () => {
  const { debateId, owner, ann, ben } = await asPublic();
  const standings: unknown[] = [];
  ann.socket.on('standing', (standing) => standings.push(standing));
  const spied: unknown[] = [];
  ben.socket.onAny((...event) => spied.push(event));
  await done(owner, mute(ann.id));
  await expect.poll(() => standings).toEqual([{ muted: true, membership: 'member', reason: 'flooding' }]);
  expect(await ann.submit(claim('silent'))).toEqual({ ok: false, rejection: { code: 'muted' } });
  await done(owner, claim('one'));
  const seq = await done(ann, vote('one', 'agree'));
  await Promise.all([ben.seen(seq), owner.seen(seq)]);
  const late = await join(debateId, 'Late');
  const reader = await connect({});
  const read = await reader.open(debateId);
  const person = await parley().auth.currentPerson(new Headers({ cookie: ben.cookie }));
  const page = await parley().debates.read(debateId, person);
  for (const seen of [spied, ben.snapshot(), late.snapshot(), read, page.ok && page.opening])
    expect(JSON.stringify(seen)).not.toMatch(/flooding|"muted":true/);
  expect(JSON.stringify(owner.snapshot())).toContain('flooding');
  const again = await connect({ cookie: ann.cookie });
  expect(await again.open(debateId)).toMatchObject({ standing: { muted: true, reason: 'flooding' } });
});

test('[RO7] others are sent nothing when a removed person comes back: no frame, no name', async () => {
  const { debateId, owner, ann, ben } = await asPublic();
  await done(owner, admit(ann.id, 'removed'));
  await ann.closed;
  const spied: unknown[][] = [];
  ben.socket.onAny((...event) => spied.push(event));
  const again = await connect({ cookie: ann.cookie });
  const message = { protocol: PROTOCOL_VERSION, debateId, clientId: 'tab_again', after: 0, at: 0 };
  const open = { ...message, unanswered: [], rejoins: true as const };
  const back = await new Promise((resolve) => again.socket.emit('open', open, resolve));
  expect(back).toMatchObject({ participantId: ann.id, standing: { membership: 'member' } });
  await ben.seen(await done(owner, { type: 'debate.edit', title: 'Later' }));
  const sent = spied.filter(([event]) => event !== 'presence' && event !== 'carets');
  expect(sent).toMatchObject([['frame', { entries: [{ effect: { type: 'debate.edited' } }] }]]);
});

test('[RO6] operations in flight at a ban are refused, and earlier ones stay', async () => {
  const { owner, ann, ben } = await asPublic();
  const answers = await Promise.all([
    ann.submit(claim('before')),
    owner.submit(admit(ann.id, 'banned')),
    ann.submit(claim('after')),
  ]).catch(() => []);
  // Ended, its connection may never hear of the last one: it is refused all the same.
  await ben.seen(answers[1]?.ok ? answers[1].seq : 0);
  const written = ben.snapshot().claims.map(({ id }) => id);
  expect(written).not.toContain('c_after');
});

test('[RO9] a person banned while away gets the outcome of their operations', async () => {
  const { debateId, owner, ann } = await asPublic();
  const options = { cookie: ann.cookie, clientId: 'tab_away' };
  const before = await connect(options);
  await before.open(debateId);
  const stored = await before.submit(claim('stored'), 1);
  expect(stored).toMatchObject({ ok: true });
  before.close();
  await done(owner, admit(ann.id, 'banned'));
  const again = await connect(options);
  // The second never came: the page refuses it, with the reason it got here.
  expect(await again.open(debateId, 0, [1, 2])).toMatchObject({
    rejection: { code: 'banned' },
    standing: { reason: 'abusive' },
    answers: [[1, stored]],
  });
});

describe('[RO10] another name', () => {
  test('is sent to all pages, and is there for later visitors', async () => {
    const { debateId, owner, ann, ben } = await asPublic();
    const rename = {
      type: 'participant.rename',
      participantId: ann.id,
      name: '  A \u200b gu\u200dest ',
    } as const;
    const seq = await done(owner, rename);
    await Promise.all([ben.seen(seq), ann.seen(seq)]);
    for (const { people } of [ann, ben]) expect(people).toContainEqual({ id: ann.id, name: 'A guest' });
    const late = await join(debateId, 'Late');
    const welcome = await late.open(debateId);
    expect(welcome.ok && welcome.people).toContainEqual({ id: ann.id, name: 'A guest' });
    const frames = JSON.stringify(ben.frames);
    expect(frames).toContain('participant.renamed');
    expect(frames).not.toContain('guest');

    await done(owner, admit(ann.id, 'removed'));
    await ann.closed;
    const again = await connect({ cookie: ann.cookie });
    await new Promise((resolve) => {
      const message = {
        protocol: PROTOCOL_VERSION,
        debateId,
        clientId: 'tab_named',
        after: 0,
        at: 0,
        unanswered: [],
      };
      again.socket.emit('open', { ...message, rejoins: true }, resolve);
    });
    expect(again.people).not.toContainEqual({ id: ann.id, name: 'Ann' });
    expect(server().logs.join()).not.toContain('A guest');
  });

  test('asked for again after its answer was lost, it gets that answer, and undoes nothing that came since', async () => {
    const { debateId, owner, ann } = await asPublic();
    const rename = (name: string) =>
      ({ type: 'participant.rename', participantId: ann.id, name }) as const satisfies Operation;
    const first = await owner.submit(rename('Anna'), 100);
    expect(await owner.submit(rename('Anna'), 100)).toEqual(first);
    const since = await owner.submit(rename('Annabel'), 101);
    expect(since).toMatchObject({ ok: true });
    expect(await owner.submit(rename('Anna'), 100)).toEqual(first);
    expect(await owner.submit(rename('Other'), 100)).toMatchObject({
      rejection: { code: 'identity_reused' },
    });
    const late = await join(debateId, 'Late');
    const welcome = await late.open(debateId);
    expect(welcome.ok && welcome.people).toContainEqual({ id: ann.id, name: 'Annabel' });
  });

  test('cannot be given without the right', async () => {
    const { debateId, ann, ben, ownerId } = await asPublic();
    for (const participantId of [ben.id, ownerId]) {
      const rename = { type: 'participant.rename', participantId, name: 'Fool' } as const;
      expect(await ann.submit(rename)).toEqual({ ok: false, rejection: { code: 'not_allowed' } });
    }
    const late = await join(debateId, 'Late');
    const welcome = await late.open(debateId);
    expect(JSON.stringify(welcome.ok && welcome.people)).not.toContain('Fool');
  });
});

test('[RO12] a ban with an end is lifted by the server when its time is up, and the log says so', async () => {
  const { debateId, owner, ann } = await asPublic();
  await done(owner, { ...admit(ann.id, 'banned'), minutes: 10 } as Operation);
  await ann.closed;
  const again = await connect({ cookie: ann.cookie });
  expect(await again.open(debateId)).toMatchObject({ rejection: { code: 'banned' } });
  ahead += 10 * 60_000;
  await expect.poll(async () => (await again.open(debateId)).ok).toBe(true);
  expect(await again.submit(claim('back'))).toMatchObject({ ok: true });
  const acts = owner.frames
    .flatMap(({ entries }) => entries)
    .filter(({ effect }) => effect.type === 'participant.membershipChanged');
  expect(acts.at(-1)).toMatchObject({
    actor: 'system',
    effect: { participantId: ann.id, membership: 'member' },
  });
});

test('[RO13] where accounts are asked for, a guest reads and does not join, and an account does', async () => {
  const { debateId, owner, ann } = await asPublic();
  await done(owner, { type: 'debate.configure', accounts: true });
  const guest = await connect({ cookie: await server().signIn('Gil') });
  expect(await guest.open(debateId)).toMatchObject({ ok: true, participantId: null });
  // Existing participants are not affected.
  expect(await ann.submit(claim('ann'))).toMatchObject({ ok: true });
  const account = await signedInWithAccount(() => server().origin, { name: 'Amy' });
  const client = await connect({ cookie: account.cookie });
  expect(await client.open(debateId)).toMatchObject({ ok: true });
  expect(await client.submit(claim('amy'))).toMatchObject({ ok: true });
});

test('[MO10] a flood is refused by the server’s clock, on every connection of a person', async () => {
  const { debateId, owner, ann, ben } = await asPublic();
  await done(owner, { type: 'debate.configure', pace: 2 });
  const second = await connect({ cookie: ann.cookie });
  await second.open(debateId);
  expect(await ann.submit(claim('one'))).toMatchObject({ ok: true });
  expect(await second.submit(claim('two'))).toMatchObject({ ok: true });
  expect(await ann.submit(claim('three'))).toEqual({
    ok: false,
    rejection: { code: 'claim_rate_exceeded', limit: 2 },
  });
  expect(await ben.submit(claim('ben'))).toMatchObject({ ok: true });
  ahead += 10 * 60_000;
  expect(await ann.submit(claim('four'))).toMatchObject({ ok: true });
});
