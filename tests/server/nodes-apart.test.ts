import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { PresenceUpdate, Present } from '../../domain/protocol/server-messages.ts';
import { type Cluster, startCluster } from '../nodes/cluster.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { addClaim, upTo } from '../support/log-node.ts';

const DEBATE = 'made-in-china-2025';

/** How long a node may take to find its Redis again, to hear the others twice, and to ask them: generous, as all waits here. */
const COMES_BACK = { timeout: 40_000 };

let cluster: Cluster;
let clients: LiveClient[] = [];
let made = 0;

beforeAll(async () => {
  cluster = await startCluster({ absent: true });
});
afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
});
afterAll(() => cluster?.stop());

interface Member extends LiveClient {
  readonly id: string;
  readonly cookie: string;
  /** The connections it knows to be here. */
  here(): string[];
}

/** Someone in the debate, through one of the nodes. */
async function join(node: number, name: string, debateId = DEBATE, known?: string): Promise<Member> {
  const cookie = known ?? (await cluster.node(node).signIn(name));
  const client = await connect(node, cookie);
  const welcome = await client.open(debateId);
  if (!welcome.ok || welcome.participantId === null) throw new Error(`${name} could not join`);
  const here = () => hereNow(welcome.present, client.presence);
  return { ...client, id: welcome.participantId, cookie, here };
}

async function connect(node: number, cookie: string): Promise<LiveClient> {
  // As the proxy passes it on.
  const headers = { origin: cluster.origin, host: new URL(cluster.origin).host };
  const client = await connectLive(cluster.node(node).origin, { cookie, headers });
  clients.push(client);
  return client;
}

function hereNow(welcomed: readonly Present[], updates: readonly PresenceUpdate[]): string[] {
  const here = new Set(welcomed.map(({ connection }) => connection));
  for (const update of updates) {
    for (const { connection } of update.here) here.add(connection);
    for (const connection of update.gone) here.delete(connection);
  }
  return [...here];
}

/** Adds a claim; the sequence number of its entry. */
async function write(client: LiveClient, text?: string): Promise<number> {
  made += 1;
  const position = client.snapshot().positions[0]?.id ?? '';
  const answer = await client.submit({ ...addClaim(`apart${made}`, text, position), positionId: null });
  return answer.ok ? answer.seq : expect.fail(answer.rejection.code);
}

async function ask(node: number, path: string, cookie = ''): Promise<string> {
  const response = await fetch(cluster.node(node).origin + path, { headers: { cookie } });
  return `${response.status} ${await response.text()}`;
}

async function listedPresent(node: number): Promise<number> {
  const debates = JSON.parse((await ask(node, '/debates')).slice(4)) as { id: string; present: number }[];
  return debates.find(({ id }) => id === DEBATE)?.present ?? -1;
}

test('[ND2] [ND9] without a Redis at the start nodes serve, say so, and see what the others write', async () => {
  expect(await ask(0, '/readyz')).toBe('200 ok\nredis is away\n');
  const [ann, ben] = [await join(0, 'Ann'), await join(1, 'Ben')];
  await ben.seen(await write(ann));
  expect(ben.gaps()).toEqual([]);
  await cluster.redis.start();
  for (const node of [0, 1]) await expect.poll(() => ask(node, '/readyz')).toBe('200 ok\n');
});

test('[RO8] [RO10] a ban through one node ends that person’s connections on another that hears nothing, and a name arrives there', async () => {
  const cookie = await cluster.node(0).signIn('Olga');
  const [, debateId = ''] = (await ask(0, '/make', cookie)).split(' ');
  const olga = await join(0, 'Olga', debateId, cookie);
  const [ann, ben] = [await join(1, 'Ann', debateId), await join(1, 'Ben', debateId)];
  cluster.cut(1);
  try {
    const rename = { type: 'participant.rename', participantId: ben.id, name: 'Guest' } as const;
    const ban = {
      type: 'participant.setMembership',
      participantId: ann.id,
      membership: 'banned',
      reason: 'other',
    } as const;
    await olga.seen((await join(0, 'Late', debateId)).snapshot().seq);
    expect(await olga.submit(rename)).toMatchObject({ ok: true });
    expect(await olga.submit(ban)).toMatchObject({ ok: true });
    // Others receive this after the ban, and the banned person does not.
    const later = await olga.submit({ type: 'debate.edit', title: 'Later' });
    // By its next look into the database, once a second.
    await ann.closed;
    expect(ann.closings).toEqual([{ reason: 'access_changed' }]);
    await ben.seen(later.ok ? later.seq : 0);
    expect(ben.people).toContainEqual({ id: ben.id, name: 'Guest' });
    const again = await connect(1, ann.cookie);
    expect(await again.open(debateId)).toMatchObject({ ok: false, rejection: { code: 'banned' } });
  } finally {
    cluster.mend(1);
  }
});

test('[NM2] [NM6] names that are hidden through one node are hidden on another that hears nothing; presence is a number on both', async () => {
  const cookie = await cluster.node(0).signIn('Olga');
  const [, debateId = ''] = (await ask(0, '/make', cookie)).split(' ');
  const olga = await join(0, 'Olga', debateId, cookie);
  const [ann, ben] = [await join(1, 'Ann', debateId), await join(1, 'Ben', debateId)];
  const { seq, at } = ann.snapshot();
  expect(JSON.stringify(ann.snapshot())).toContain(ben.id);
  cluster.cut(1);
  try {
    void olga.submit({ type: 'debate.configure', names: 'anonymous' }).catch(() => null);
    await Promise.all([olga, ann, ben].map(({ closed }) => closed));
    expect(ann.closings).toEqual([{ reason: 'access_changed' }]);
    const again = await connect(1, ann.cookie);
    const welcome = await again.open(debateId, seq, [], at);
    expect(welcome).toMatchObject({ ok: true, people: [{ id: ann.id }], present: [] });
    expect(JSON.stringify(again.snapshot())).not.toContain(ben.id);
  } finally {
    cluster.mend(1);
  }
  const [one, other] = [await connect(0, cookie), await connect(1, ben.cookie)];
  for (const client of [one, other]) await client.open(debateId);
  for (const client of [one, other])
    await expect
      .poll(() => client.presence.at(-1), COMES_BACK)
      .toEqual({ here: [], gone: [], all: true, count: 3 });
});

test('[ND5] the name of a person who joins through another node arrives before what they do; Redis carries no name and no word', async () => {
  const overheard = await cluster.redis.overhear();
  const ann = await join(1, 'Ann');
  const heard: string[] = [];
  ann.socket.on('people', (people) => void heard.push(...people.map(({ name }) => name)));
  ann.socket.on('frame', ({ entries }) => void heard.push(...entries.map(({ effect }) => effect.type)));
  const ben = await join(0, 'Benedikta');
  await ann.seen(await write(ben));
  await expect
    .poll(() => overheard.commands.filter((command) => command.includes('heads')).length)
    .toBeGreaterThan(0);
  // Entries from before she came may come late.
  const named = heard.indexOf('Benedikta');
  expect(heard.slice(named, named + 2)).toEqual(['Benedikta', 'participant.joined']);
  expect(overheard.commands.filter((command) => /Benedikta|Claim /.test(command))).toEqual([]);
  overheard.stop();
});

test('[ND6] presence is shown and counted on every node; a node without Redis asks for what it missed', async () => {
  const [ann, ben] = [await join(0, 'Ann'), await join(1, 'Ben')];
  const both = expect.arrayContaining([ann.connection, ben.connection]);
  for (const member of [ann, ben]) await expect.poll(() => member.here()).toEqual(both);
  for (const node of [0, 1]) await expect.poll(() => listedPresent(node)).toBe(2);
  cluster.cut(1);
  await expect.poll(() => ask(1, '/readyz')).toContain('redis is away');
  const carl = await join(0, 'Carl');
  await expect.poll(() => ann.here()).toContain(carl.connection);
  expect(ben.here()).not.toContain(carl.connection);
  cluster.mend(1);
  await expect.poll(() => ben.here(), COMES_BACK).toContain(carl.connection);
  const gone = carl.connection;
  carl.close();
  await expect.poll(() => ben.here()).not.toContain(gone);
  for (const node of [0, 1]) await expect.poll(() => listedPresent(node)).toBe(2);
}, 90_000);

test('[ND11] where people write and point is seen on every node, and gone with them; none seals for another', async () => {
  const [ann, ben] = [await join(0, 'Ann'), await join(1, 'Ben')];
  await expect.poll(() => ann.here()).toContain(ben.connection);
  await expect.poll(() => ben.here()).toContain(ann.connection);
  const written = await write(ann);
  const text = `c_apart${made}`;
  await Promise.all([ann, ben].map((member) => member.seen(written)));
  const box = { box: text, across: 0.5, down: 0.5, dx: 0, dy: 0 };
  const caret = (who: Member, head: number) =>
    who.socket.emitWithAck('caret', { text, base: 1, anchor: head, head });
  const headsOf = (viewer: Member, of: Member) =>
    viewer.carets
      .flatMap(({ here }) => here)
      .flatMap((one) => (one.connection === of.connection ? one.head : []));
  // Repeatedly: pointer messages may be lost, and the next move makes up for it.
  for (const [who, by] of [
    [ann, ben],
    [ben, ann],
  ] as const) {
    await caret(by, 0);
    const seen = async () => {
      await caret(who, 3);
      await who.socket.emitWithAck('pointer', { over: box, look: null });
      return (
        headsOf(by, who).includes(3) && by.pointers.some(({ connection }) => connection === who.connection)
      );
    };
    await expect.poll(seen, { interval: 100 }).toBe(true);
  }
  const sealed = () => ann.snapshot().claims.find(({ id }) => id === text)?.wording;
  const change = [[0, 'Now: '] as const, `Claim apart${made}`.length] as const;
  expect(await ben.submit({ type: 'claim.edit', claimId: text, base: 1, change })).toMatchObject({
    ok: true,
  });
  // Ben closes: Ann still has it open, through the other node.
  await ben.socket.emitWithAck('caret', { text: null, base: 1, anchor: 0, head: 0 });
  await ann.seen(await write(ben));
  expect(sealed()).toBe(1);
  const gone = ann.connection;
  ann.close();
  await expect.poll(() => ben.carets.length).toBeGreaterThan(0);
  await expect.poll(() => ben.here()).not.toContain(gone);
  await expect.poll(() => ben.snapshot().claims.find(({ id }) => id === text)?.wording).toBe(2);
});

test.each([
  ['that hear each other', false],
  ['of which one is cut off from Redis', true],
])(
  '[PD1] [PD4] [PD6] a person erased through one of two nodes %s is on neither, name and words',
  async (_, isCut) => {
    const made = await cluster.node(0).signIn('Olga');
    const [, debateId = ''] = (await ask(0, '/make', made)).split(' ');
    const olga = await join(0, 'Olga', debateId, made);
    const [dana, ben] = [await join(1, 'Danadora', debateId), await join(1, 'Ben', debateId)];
    const seq = await write(dana, 'Walruses know best');
    await Promise.all([ben.seen(seq), olga.seen(seq)]);
    const known = ben.snapshot();
    for (const node of [0, 1])
      expect(await ask(node, `/read?debate=${debateId}`)).toMatch(/Danadora.*Walrus|Walrus.*Danadora/);
    if (isCut) cluster.cut(1);
    try {
      const before = [olga, ben].map(({ frames, people }) => [frames.length, people.length] as const);
      expect(await ask(0, '/erase', dana.cookie)).toBe('200 erased');
      await dana.closed;
      const isErased = ({ frames }: LiveClient) =>
        frames.some(({ entries }) => entries.some(({ effect }) => effect.type === 'participant.erased'));
      for (const client of [olga, ben]) await expect.poll(() => isErased(client)).toBe(true);
      [olga, ben].forEach(({ frames, people }, at) => {
        const [framesThen = 0, peopleThen = 0] = before[at] ?? [];
        expect(JSON.stringify([frames.slice(framesThen), people.slice(peopleThen)])).not.toMatch(
          /walrus|danadora/i,
        );
      });
      for (const node of [0, 1]) {
        const page = await ask(node, `/read?debate=${debateId}`, ben.cookie);
        expect(page).toContain('Trade makes friends');
        const [fresh, again] = [await connect(node, ''), await connect(node, ben.cookie)];
        const openings = [await fresh.open(debateId), await again.open(debateId, known.seq, [], known.at)];
        expect(openings).toMatchObject([
          { ok: true, state: { kind: 'snapshot' } },
          { ok: true, state: { kind: 'snapshot' } },
        ]);
        expect(JSON.stringify([page, openings, fresh.snapshot(), again.snapshot()])).not.toMatch(
          /walrus|danadora/i,
        );
        expect(await ask(node, `/read?debate=${debateId}`, dana.cookie)).not.toMatch(/walrus|danadora/i);
      }
      // Its writing goes on, from the blank words.
      await olga.seen(await write(ben));
    } finally {
      if (isCut) cluster.mend(1);
    }
  },
);

test('[RO8] a role lowered through one node: the old one does and shows nothing on another that hears nothing (F16)', async () => {
  const made = await cluster.node(0).signIn('Olga');
  const [, debateId = ''] = (await ask(0, '/make', made)).split(' ');
  const olga = await join(0, 'Olga', debateId, made);
  const joined = await join(1, 'Ben', debateId);
  const appoint = (role: 'moderator' | 'observer') =>
    ({ type: 'participant.appoint', participantId: joined.id, role }) as const;
  expect(await olga.submit(appoint('moderator'))).toMatchObject({ ok: true });
  await joined.closed;
  const ben = await join(1, 'Ben', debateId, joined.cookie);
  const claim = addClaim('apartHidden', 'Said by Olga', 'p_position1');
  const seq = await olga.submit({ ...claim, positionId: null });
  await ben.seen(seq.ok ? seq.seq : expect.fail(seq.rejection.code));
  cluster.cut(1);
  try {
    // An answer that is lost with the connection is none.
    const asks = (key: string) => ben.submit(addClaim(key, undefined, 'p_position1')).catch(() => null);
    const asked = upTo(60).map((n) => asks(`apartBen${n}`));
    const lowered = await olga.submit(appoint('observer'));
    const from = lowered.ok ? lowered.seq : expect.fail(lowered.rejection.code);
    const late = asks('apartBenLate');
    const note = 'For moderators alone';
    const hidden = { type: 'content.hide', ids: [claim.claimId], reason: 'spam', note } as const;
    const hiding = await olga.submit(hidden);
    await ben.closed;
    expect(ben.closings).toEqual([{ reason: 'access_changed' }]);
    expect(JSON.stringify(ben.frames)).not.toContain(note);
    for (const answer of await Promise.all(asked)) if (answer?.ok) expect(answer.seq).toBeLessThan(from);
    expect((await late)?.ok ?? false).toBe(false);
    const again = await connect(1, joined.cookie);
    expect(await again.open(debateId)).toMatchObject({ ok: true });
    expect(await again.submit(addClaim('apartBenAfter', undefined, 'p_position1'))).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
    // All of Ben's that the log has stands before.
    await olga.seen(hiding.ok ? hiding.seq : expect.fail(hiding.rejection.code));
    const entries = olga.frames.flatMap((frame) => frame.entries);
    const byBen = entries.filter(({ actor }) => actor === joined.id);
    expect(byBen.every((entry) => entry.seq < from)).toBe(true);
    expect(olga.snapshot().claims.map(({ id }) => id)).not.toContain('c_apartBenLate');
  } finally {
    cluster.mend(1);
  }
});

test('[ND7] [ND9] cut off from Redis, a node sees what others write and who signed out, in its next look (F6, F16)', async () => {
  const [ann, ben, olga] = [await join(0, 'Ann'), await join(1, 'Ben'), await join(1, 'Olga')];
  cluster.cut(1);
  await expect.poll(() => ask(1, '/readyz')).toBe('200 ok\nredis is away\n');
  expect(await ask(0, '/readyz')).toBe('200 ok\n');
  await ben.seen(await write(ann));
  await ann.seen(await write(ben));
  expect([...ann.gaps(), ...ben.gaps()]).toEqual([]);
  // From a node that knows more to one that has not looked yet: never back. Again and again, between any two looks.
  const moved = await connect(1, ann.cookie);
  for (const _ of upTo(5)) {
    const head = await write(ann);
    await ann.seen(head);
    const welcome = await moved.open(DEBATE, head, [], ann.timeOf(head));
    expect(welcome).toMatchObject({ ok: true, state: { kind: 'entries', frame: { after: head } } });
  }
  await ask(0, '/sign-out', ben.cookie);
  expect(await ben.closed).toBe('io server disconnect');
  expect(ben.closings).toEqual([{ reason: 'access_changed' }]);
  expect(olga.socket.connected).toBe(true);
  cluster.mend(1);
  await expect.poll(() => ask(1, '/readyz')).toBe('200 ok\n');
});

test('[ND4] a Redis that is deaf delays nobody: operations are answered, sign-outs hold', async () => {
  const [ann, ben, olga] = [await join(0, 'Ann'), await join(1, 'Ben'), await join(0, 'Olga')];
  cluster.redis.freeze();
  await ben.seen(await write(ann));
  await ann.seen(await write(ben));
  for (const who of [ben, olga]) await ask(0, '/sign-out', who.cookie);
  expect(await olga.closed).toBe('io server disconnect');
  expect(await ben.closed).toBe('io server disconnect');
  expect(await ask(0, '/readyz')).toMatch(/^200 ok/);
  cluster.redis.thaw();
  for (const node of [0, 1]) await expect.poll(() => ask(node, '/readyz')).toBe('200 ok\n');
});

test('[ND7] a sign-out through one node applies to all', async () => {
  const [ann, ben] = [await join(0, 'Ann'), await join(1, 'Ben')];
  await ask(0, '/sign-out', ben.cookie);
  expect(await ben.closed).toBe('io server disconnect');
  expect(ben.closings).toEqual([{ reason: 'access_changed' }]);
  expect(ann.socket.connected).toBe(true);
  const again = await connect(1, ben.cookie);
  expect(await again.open(DEBATE)).toMatchObject({ ok: true, participantId: null });
});

test('[ND6] those of a node that dies are gone after its silence, those of one that stops at once', async () => {
  const [ann, ben] = [await join(0, 'Ann'), await join(1, 'Ben')];
  await expect.poll(() => ann.here()).toContain(ben.connection);
  const gone = ben.connection;
  await cluster.end(1, 'SIGKILL');
  expect(ann.here()).toContain(gone);
  await expect.poll(() => ann.here()).not.toContain(gone);
  await expect.poll(() => listedPresent(0)).toBe(1);
  await cluster.start(1);
  const carl = await join(1, 'Carl');
  await expect.poll(() => ann.here()).toContain(carl.connection);
  const left = carl.connection;
  await cluster.end(1, 'SIGTERM');
  await expect.poll(() => ann.here(), { timeout: 3_000 }).not.toContain(left);
});
