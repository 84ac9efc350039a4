import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Names } from '../../domain/debate/head/head.ts';
import { parley } from '../../server/handle.ts';
import { comment, crossLink, SOURCE } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

const choose = (names: Names): Operation => ({ type: 'debate.configure', names });

/** Every byte a connection is sent from now on, its compressed parts unpacked. */
function listenIn({ socket }: LiveClient): () => string {
  const packets: string[] = [];
  socket.io.engine.on('packet', ({ data }) => void packets.push(String(data)));
  return () =>
    packets
      .join('\n')
      .replace(/"packed":"([\w+/=]+)"/g, (_, packed) => gunzipSync(Buffer.from(packed, 'base64')).toString());
}

async function done(client: LiveClient, ...operations: Operation[]): Promise<number> {
  let seq = 0;
  for (const operation of operations) {
    const answer = await client.submit(operation);
    seq = answer.ok ? answer.seq : expect.fail(`${operation.type}: ${answer.rejection.code}`);
  }
  return seq;
}

/** Hides names: the answer is lost with the connection. */
async function chosen(client: LiveClient, names: Names): Promise<void> {
  await Promise.all([client.submit(choose(names)).catch(() => null), client.closed]);
}

/** A debate with this rule about names from its beginning; its owner is there. */
async function aDebate(names: Names) {
  const { debateId, cookie } = await makeOwnDebate('public');
  const chooser = await connect({ cookie });
  await chooser.open(debateId);
  if (names !== 'shown') {
    await chosen(chooser, names);
  }
  const owner = await connect({ cookie });
  const received = listenIn(owner);
  const welcome = await owner.open(debateId);
  if (!welcome.ok) throw new Error(welcome.rejection.code);
  return { debateId, cookie, owner, received, ownerId: welcome.participantId ?? '' };
}

async function person(debateId: string, cookie: string | null) {
  const who = cookie === null ? null : await parley().auth.currentPerson(new Headers({ cookie }));
  const reading = await parley().debates.read(debateId, who);
  return reading.ok ? reading : expect.fail(reading.rejection.code);
}

/** The data of a participant's page, as text. */
async function pageFor(debateId: string, cookie: string | null): Promise<string> {
  return JSON.stringify((await person(debateId, cookie)).opening);
}

/** A participant, and everything they receive. */
async function listener(debateId: string, name: string) {
  const cookie = await server().signIn(name);
  const client = await connect({ cookie });
  const received = listenIn(client);
  const welcome = await client.open(debateId);
  if (!welcome.ok || !welcome.participantId) throw new Error(`${name} could not join`);
  return { client, received, cookie, id: welcome.participantId, people: welcome.people };
}

/** Something of every kind. */
async function writeAll(client: LiveClient): Promise<number> {
  return done(
    client,
    { ...SOURCE, sourceId: 's_a' },
    claim('one', 'one two'),
    claim('two'),
    { type: 'claim.cite', claimId: 'c_one', sourceId: 's_a' },
    { ...crossLink('x_a', 'c_two', 'c_one'), target: { kind: 'claim', id: 'c_one' } },
    vote('one', 'agree'),
    { ...comment({ commentId: 'm_a' }), on: { kind: 'claim', id: 'c_one' } },
    { type: 'comment.resolve', commentId: 'm_a', resolved: true },
    { type: 'claim.edit', claimId: 'c_one', base: 1, change: [7, [0, ' three']] },
    { type: 'claim.retract', claimId: 'c_two', reason: 'off_topic' },
    { type: 'claim.restore', claimId: 'c_two' },
  );
}

describe('[NM2] when names are hidden', () => {
  test('every connection ends, readers too; all start again, and nothing reveals what was shown before', async () => {
    const { debateId, owner } = await aDebate('shown');
    const ann = await join(debateId, 'Ann Ashley');
    const ben = await join(debateId, 'Ben Birch');
    await ann.submit(claim('one'));
    const reader = await connect();
    const welcome = await reader.open(debateId);
    // This one stays for later arrivals.
    expect(welcome.ok && welcome.state.kind).toBe('snapshot');
    await Promise.all([reader, ben].map((client) => client.seen(owner.snapshot().seq)));
    expect(await pageFor(debateId, null)).toContain('Ann Ashley');

    const known = [ben.snapshot(), reader.snapshot()] as const;
    expect(JSON.stringify(known)).toContain(ann.id);
    await Promise.all([chosen(owner, 'anonymous'), ann.closed, ben.closed, reader.closed]);
    for (const { closings } of [ann, ben, reader]) expect(closings).toEqual([{ reason: 'access_changed' }]);

    for (const [index, cookie] of [ben.cookie, undefined].entries()) {
      const before = known[index] ?? expect.fail('unknown');
      const again = await connect({ knows: before, ...(cookie && { cookie }) });
      const received = listenIn(again);
      const anew = await again.open(debateId, before.seq, [], before.at);
      expect(anew.ok && anew.state.kind).toBe('snapshot');
      expect(again.snapshot().claims.map(({ author }) => author)).toEqual(['']);
      const fresh = await connect(cookie ? { cookie } : {});
      const freshReceived = listenIn(fresh);
      await fresh.open(debateId);
      for (const text of [received(), freshReceived(), await pageFor(debateId, cookie ?? null)]) {
        expect(text).not.toContain(ann.id);
        expect(text).not.toContain('Ann Ashley');
      }
    }
  });

  test('nobody takes it back', async () => {
    const { owner } = await aDebate('pseudonyms');
    expect(await owner.submit(choose('shown'))).toEqual({ ok: false, rejection: { code: 'names_kept' } });
  });
});

describe('[NM3] pseudonyms', () => {
  test('are all that others get, over connections and in pages, and stay', async () => {
    const { debateId, owner } = await aDebate('pseudonyms');
    const ben = await listener(debateId, 'Ben Birch');
    const ann = await listener(debateId, 'Ann Ashley');
    const seq = await writeAll(ann.client);
    await Promise.all([ben.client.seen(seq), owner.seen(seq)]);
    const own = ann.people.find(({ id }) => id === ann.id) ?? expect.fail('without themselves');
    expect(own).toMatchObject({ name: 'Ann Ashley', pseudonym: expect.stringMatching(/^\w+ \w+$/) });
    const { pseudonym = '' } = own;
    expect(ben.client.people).toEqual([{ id: ann.id, name: pseudonym }]);
    expect(owner.people).toContainEqual(own);

    const stranger = await connect();
    const received = listenIn(stranger);
    await stranger.open(debateId);
    for (const text of [
      ben.received(),
      received(),
      await pageFor(debateId, ben.cookie),
      await pageFor(debateId, null),
    ]) {
      expect(text).not.toMatch(/Ann Ashley|Olga/);
      expect(text).toContain(pseudonym);
    }
    for (const text of [received(), await pageFor(debateId, null)]) expect(text).not.toContain('Ben Birch');

    const again = await connect({ cookie: ann.cookie });
    const welcome = await again.open(debateId);
    expect(welcome.ok && welcome.people).toContainEqual(own);
    await server().restart();
    const opening = (await person(debateId, ben.cookie)).opening;
    expect(opening.people).toContainEqual({ id: ann.id, name: pseudonym });
  });

  test('list everyone who was there before, and for people who arrive together each their own', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const early = await join(debateId, 'Early');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    await Promise.all([chosen(owner, 'pseudonyms'), early.closed]);
    const came = await Promise.all(
      Array.from({ length: 12 }, (_, number) => listener(debateId, `Guest ${number}`)),
    );
    const { opening } = await person(debateId, cookie);
    expect(new Set(opening.people.map(({ pseudonym }) => pseudonym)).size).toBe(came.length + 2);
    expect(opening.people.map(({ name }) => name)).toContain('Early');
    const names = (await person(debateId, null)).opening.people.map(({ name }) => name);
    expect(names).toHaveLength(came.length + 2);
    expect(names.filter((name) => /^(Guest \d+|Early|Olga)$/.test(name))).toEqual([]);
  });
});

describe('[NM8] another name', () => {
  test('is sent only to people who see names', async () => {
    const { debateId, owner } = await aDebate('pseudonyms');
    const ben = await listener(debateId, 'Ben');
    const ann = await listener(debateId, 'Ann');
    await expect.poll(() => ben.client.people).toHaveLength(1);
    await parley().personNames.rename(
      (await parley().auth.currentPerson(new Headers({ cookie: ann.cookie }))) ?? expect.fail('nobody'),
      'Anna',
    );
    await expect.poll(() => owner.people.map(({ name }) => name)).toContain('Anna');
    await expect.poll(() => ann.client.people.map(({ name }) => name)).toContain('Anna');
    const seq = await done(owner, {
      type: 'participant.rename',
      participantId: ann.id,
      name: 'Annabel',
    });
    await ben.client.seen(seq);
    expect(ben.client.people).toHaveLength(1);
    expect(ben.received()).not.toMatch(/\bAnna\b/);
  });
});

describe('[RO5] a name', () => {
  const nameIn = async (debateId: string, id: string) =>
    (await person(debateId, null)).opening.people.find((one) => one.id === id)?.name;

  test.each([
    ['muted', { type: 'participant.mute', muted: true, reason: 'other' }],
    ['banned', { type: 'participant.setMembership', membership: 'banned', reason: 'other' }],
  ] as const)('stays in a debate where its person is %s, and changes elsewhere', async (_, sanction) => {
    const { debateId, owner } = await aDebate('shown');
    const elsewhere = await makeOwnDebate('public');
    const ann = await listener(debateId, 'Ann');
    const there = await connect({ cookie: ann.cookie });
    const welcome = await there.open(elsewhere.debateId);
    const idThere = (welcome.ok && welcome.participantId) || '';
    await done(owner, { ...sanction, participantId: ann.id });
    const signedIn = await parley().auth.currentPerson(new Headers({ cookie: ann.cookie }));
    await parley().personNames.rename(signedIn ?? expect.fail('nobody'), 'Look at me');
    expect(await nameIn(elsewhere.debateId, idThere)).toBe('Look at me');
    expect(await nameIn(debateId, ann.id)).toBe('Ann');
  });

  test('changes in a debate again once its person is free there, unless a moderator gave it', async () => {
    const { debateId, owner } = await aDebate('shown');
    const [ann, ben] = [await listener(debateId, 'Ann'), await listener(debateId, 'Ben')];
    const rename = async ({ cookie }: { cookie: string }, name: string) =>
      parley().personNames.rename(
        (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody'),
        name,
      );
    const mute = (muted: boolean) =>
      done(owner, {
        type: 'participant.mute',
        participantId: ann.id,
        muted,
        reason: muted ? 'other' : null,
      });
    await mute(true);
    await rename(ann, 'Anna');
    await mute(false);
    await rename(ann, 'Annabel');
    expect(await nameIn(debateId, ann.id)).toBe('Annabel');
    await done(owner, { type: 'participant.rename', participantId: ben.id, name: 'Benjamin' });
    await rename(ben, 'Bob');
    expect(await nameIn(debateId, ben.id)).toBe('Benjamin');
  });
});

describe('[NM4] [NM5] an anonymous debate', () => {
  test('reveals to nobody who wrote, moved or resolved what, in every byte that others receive', async () => {
    const { debateId, owner, received: ownerReceived, cookie: ownersCookie } = await aDebate('anonymous');
    const ben = await listener(debateId, 'Ben Birch');
    const reader = await connect();
    const readerReceived = listenIn(reader);
    await reader.open(debateId);
    const ann = await listener(debateId, 'Ann Ashley');
    const annSocket = ann.client.socket.id ?? expect.fail('not connected');
    await ann.client.socket.emitWithAck('presence', { at: 'p_position1', writing: true });
    const seq = await writeAll(ann.client);
    await ann.client.socket.emitWithAck('caret', { text: 'c_one', base: 2, anchor: 1, head: 1 });
    await ben.client.socket.emitWithAck('caret', { text: 'c_one', base: 2, anchor: 2, head: 2 });
    await expect.poll(() => ben.client.carets.flatMap(({ here }) => here)).toHaveLength(1);
    const place = { box: 'c_one', across: 0.5, down: 0.5, dx: 0, dy: 0 };
    await ann.client.socket.emitWithAck('pointer', { over: place, look: { at: place, zoom: 1 } });
    await done(owner, {
      type: 'content.hide',
      ids: ['c_two'],
      reason: 'spam',
      note: '',
    });
    const last = await done(owner, { type: 'content.restore', ids: ['c_two'] });
    await Promise.all([ben.client, reader, owner, ann.client].map((client) => client.seen(last)));
    expect(last).toBeGreaterThan(seq);

    const late = await listener(debateId, 'Late');
    const pages = await Promise.all([ben.cookie, null].map((cookie) => pageFor(debateId, cookie)));
    for (const text of [ben.received(), readerReceived(), late.received(), ...pages]) {
      expect(text).toContain('c_one');
      expect(text).not.toContain(ann.id);
      expect(text).not.toContain('Ann Ashley');
      expect(text).not.toContain(annSocket);
    }
    for (const view of [ben.client.snapshot(), owner.snapshot(), reader.snapshot()]) {
      const written = [view.claims, view.links, view.sources, view.comments].flat();
      expect(written).toHaveLength(7);
      expect(new Set(written.map(({ author }) => author))).toEqual(new Set(['']));
    }
    // The owner knows that Ann is a participant, and nothing that she does.
    expect((await person(debateId, ownersCookie)).opening.people.map(({ name }) => name)).toContain(
      'Ann Ashley',
    );
    const named = owner.frames
      .flatMap(({ entries }) => entries)
      .filter((entry) => JSON.stringify(entry).includes(ann.id));
    expect(named.map(({ effect }) => effect.type)).toEqual(['participant.joined']);
    expect(ownerReceived()).not.toContain(annSocket);
    expect(server().logs.join('\n')).not.toMatch(new RegExp(`${ann.id}|Ann Ashley`));
  });

  test('sends each person their own content, on every device, so that they can continue with it', async () => {
    const { debateId } = await aDebate('anonymous');
    const ann = await listener(debateId, 'Ann');
    const ben = await listener(debateId, 'Ben');
    const other = await connect({ cookie: ann.cookie });
    await other.open(debateId);
    const seq = await writeAll(ann.client);
    await other.seen(seq);
    for (const client of [ann.client, other])
      expect(client.snapshot().claims.map(({ author }) => author)).toEqual([ann.id, ann.id]);
    const later = await connect({ cookie: ann.cookie });
    const welcome = await later.open(debateId);
    expect(welcome.ok && welcome.state.kind).toBe('snapshot');
    expect(later.snapshot()).toEqual(other.snapshot());
    expect(later.snapshot().participants.map(({ id }) => id)).toEqual([ann.id]);
    await done(later, { type: 'claim.retract', claimId: 'c_one', reason: 'off_topic' });
    expect(await ben.client.submit({ type: 'claim.restore', claimId: 'c_one' })).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
    await done(
      later,
      { type: 'comment.withdraw', commentId: 'm_a' },
      { type: 'claim.restore', claimId: 'c_one' },
    );
  });

  test('[NM7] has nothing done to all that one person wrote', async () => {
    const { debateId, owner } = await aDebate('anonymous');
    const ann = await listener(debateId, 'Ann');
    await writeAll(ann.client);
    const sweep: Operation = { type: 'content.hideAllBy', participantId: ann.id, reason: 'spam', note: '' };
    expect(await owner.submit(sweep)).toEqual({ ok: false, rejection: { code: 'author_anonymous' } });
  });
});

describe('[NM6] presence in an anonymous debate', () => {
  test('is a number, sent when it changes and not when someone acts', async () => {
    const { debateId, owner } = await aDebate('anonymous');
    const ann = await listener(debateId, 'Ann');
    const second = await connect({ cookie: ann.cookie });
    const welcome = await second.open(debateId);
    expect(welcome).toMatchObject({ present: [], count: 2, pointers: [] });
    const counts = () => owner.presence.map((update) => update);
    await expect.poll(counts).toEqual(expect.arrayContaining([{ here: [], gone: [], all: true, count: 2 }]));
    const reader = await connect();
    await reader.open(debateId);
    await expect.poll(() => owner.presence.at(-1)?.count).toBe(3);
    const before = owner.presence.length;
    await done(ann.client, claim('one'));
    for (const writing of [true, false, true])
      await ann.client.socket.emitWithAck('presence', { at: 'c_one', writing });
    reader.close();
    await expect.poll(() => owner.presence.at(-1)?.count).toBe(2);
    expect(owner.presence.slice(before)).toEqual([{ here: [], gone: [], all: true, count: 2 }]);
    for (const update of [owner, ann.client, second].flatMap(({ presence }) => presence))
      expect(update).toEqual({ here: [], gone: [], all: true, count: expect.any(Number) });
  });

  test('carets in two texts are not known to be one person’s, and nobody is shown their own', async () => {
    const { debateId } = await aDebate('anonymous');
    const [ann, ben] = [await listener(debateId, 'Ann'), await listener(debateId, 'Ben')];
    await done(ann.client, claim('one'), claim('two'));
    const sendCaret = (who: LiveClient, text: string | null) =>
      who.socket.emitWithAck('caret', { text, base: 1, anchor: 0, head: 0 });
    const seen: string[] = [];
    for (const text of ['c_one', 'c_two', 'c_one']) {
      await Promise.all([sendCaret(ben.client, text), sendCaret(ann.client, text)]);
      const carets = () =>
        ben.client.carets.flatMap(({ here }) => here).filter((caret) => caret.text === text);
      await expect
        .poll(() =>
          carets()
            .map(({ connection }) => connection)
            .some((one) => !seen.includes(one)),
        )
        .toBe(true);
      const caret = carets().at(-1) ?? expect.fail('none');
      expect(caret.participantId).toBe('');
      seen.push(caret.connection);
      await sendCaret(ann.client, null);
      await expect.poll(() => ben.client.carets.flatMap(({ gone }) => gone)).toContain(caret.connection);
      await sendCaret(ben.client, null);
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).not.toContain(ann.client.socket.id);
  });
});
