import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as end } from '../../app/api/account/end/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { POST as formGroups } from '../../app/api/debates/[id]/groups/route.ts';
import { GET as listDebates, POST as makeDebate } from '../../app/api/debates/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { parley } from '../../server/handle.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { addClaim } from '../support/log-node.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const SEEDED = 'made-in-china-2025';

let server: TestServer;
let ann: TestBrowser;
let clients: (LiveClient | Socket)[] = [];

beforeAll(async () => {
  server = await startTestServer();
});

beforeEach(async () => {
  ann = new TestBrowser(() => server.origin);
  const { auth, people } = parley();
  const id = await people.create({ name: 'Ann', email: `${crypto.randomUUID()}@example.org` });
  const cookies = await auth.signIn(id, 'mail', ann.headers);
  const headers = new Headers();
  for (const line of cookies) headers.append('set-cookie', line);
  ann.keep(new Response(null, { headers }));
});

afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
});

afterAll(() => server.stop());

/** Makes a token with these scopes; its secret. */
async function token(...scopes: string[]): Promise<string> {
  const fields = Object.fromEntries(scopes.map((scope) => [`scope-${scope}`, 'on']));
  const { secret, refused } = await ann.send(makeToken, { name: 'a robot', days: '7', ...fields });
  return secret ?? expect.fail(`no token: ${refused?.code}`);
}

/** Connects as a program: without a page and a cookie. */
async function connect(secret: string): Promise<LiveClient> {
  const client = await connectLive(server.origin, {
    headers: { origin: undefined, authorization: `Bearer ${secret}` },
  });
  clients.push(client);
  return client;
}

function request(secret: string, body?: unknown): Request {
  const { host } = new URL(server.origin);
  const headers = { host, authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return new Request(`${server.origin}/api/debates`, { headers, ...sent });
}

const debate = { title: 'Tea', motion: 'Tea is better.', positions: [], visibility: 'private' };

describe('a token', () => {
  test('[AU17] lets a program read and write as its owner, over HTTP and on a connection', async () => {
    const secret = await token('read', 'write');
    expect(secret).toMatch(/^parley_[\w-]{43}$/);
    const made = await makeDebate(request(secret, debate));
    expect(made.status).toBe(201);
    const { debateId } = await made.json();
    const listed = await (await listDebates(request(secret))).json();
    expect(listed.debates.map(({ id }: { id: string }) => id)).toContain(debateId);
    const robot = await connect(secret);
    expect(await robot.open(SEEDED)).toMatchObject({ ok: true, participantId: expect.stringMatching(/^m_/) });
    const [position] = robot.snapshot().positions;
    const target = { kind: 'position', id: position?.id ?? '' } as const;
    expect(await robot.submit({ ...addClaim('robot'), target, positionId: null })).toMatchObject({
      ok: true,
    });
  });

  test('[AU17] is taken as Socket.IO’s clients give it, too', async () => {
    const secret = await token('read');
    const socket = io(server.origin, {
      path: LIVE_PATH,
      transports: ['websocket'],
      auth: { token: secret },
      reconnection: false,
      forceNew: true,
    });
    clients.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
  });

  test('[AU17] to read writes nothing and makes nobody a participant', async () => {
    const secret = await token('read');
    expect((await makeDebate(request(secret, debate))).status).toBe(403);
    const robot = await connect(secret);
    expect(await robot.open(SEEDED)).toMatchObject({ ok: true, participantId: null });
    const before = await connectLive(server.origin, { cookie: ann.cookie });
    clients.push(before);
    await before.open(SEEDED);
    const again = await connect(secret);
    expect(await again.open(SEEDED)).toMatchObject({ ok: true, participantId: expect.stringMatching(/^m_/) });
    const [position] = again.snapshot().positions;
    const target = { kind: 'position', id: position?.id ?? '' } as const;
    expect(await again.submit({ ...addClaim('quiet'), target, positionId: null })).toEqual({
      ok: false,
      rejection: { code: 'not_allowed' },
    });
  });

  test('[AU17] to write does not run a debate; one to moderate does, and reads nothing by itself', async () => {
    const made = await makeDebate(request(await token('write'), debate));
    const { debateId } = await made.json();
    const edit = { type: 'debate.edit', title: 'Coffee' } as const;
    const writer = await connect(await token('read', 'write'));
    await writer.open(debateId);
    expect(await writer.submit(edit)).toEqual({ ok: false, rejection: { code: 'not_allowed' } });
    const runner = await connect(await token('read', 'moderate'));
    await runner.open(debateId);
    expect(await runner.submit(edit)).toMatchObject({ ok: true });
    await expect(connect(await token('moderate'))).rejects.toThrow('not_allowed');
    expect((await listDebates(request(await token('write')))).status).toBe(403);
  });

  test('[AU17] needs to read as well, to start a debate or small groups from another one', async () => {
    const made = await makeDebate(request(await token('write'), debate));
    const { debateId } = await made.json();
    const more = { ...debate, from: { debateId, claims: true } };
    const form = async (...scopes: string[]) => {
      const groups = [{ name: 'One', members: [] }];
      const sent = request(await token(...scopes), { groups, from: debateId, claims: true });
      return formGroups(sent, { params: Promise.resolve({ id: debateId }) });
    };
    for (const refused of [await makeDebate(request(await token('write'), more)), await form('moderate')]) {
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ rejection: { code: 'not_allowed' } });
    }
    expect((await makeDebate(request(await token('read', 'write'), more))).status).toBe(201);
    expect((await form('read', 'moderate')).status).toBe(201);
  });

  test('[AU17] that is revoked, or whose owner signs out everywhere, ends at once', async () => {
    for (const way of ['revoked', 'everywhere']) {
      const secret = await token('read');
      const robot = await connect(secret);
      await robot.open(SEEDED);
      const person = (await ann.who()) ?? expect.fail('nobody');
      const [listed] = await parley().tokens.list(person.id);
      if (way === 'revoked') await ann.send(end, { id: listed?.id ?? '' });
      else await ann.send(endAll);
      expect(await robot.closed).toBe('io server disconnect');
      expect((await listDebates(request(secret))).status).toBe(401);
      await expect(connect(secret)).rejects.toThrow('not_signed_in');
    }
  });

  test('[AU17] that nobody made is nobody, and so is a cookie in its place', async () => {
    for (const secret of [
      '',
      'x',
      `parley_${'A'.repeat(43)}`,
      ann.cookie.split(';')[0]?.split('=')[1] ?? '',
    ]) {
      expect((await listDebates(request(secret))).status).toBe(401);
      await expect(connect(secret)).rejects.toThrow('not_signed_in');
    }
  });

  test('[AU17] is created by a person with an account, within their rights; its secret is stored nowhere', async () => {
    const gil = new TestBrowser(() => server.origin);
    await gil.send(signInGuest, { name: 'Gil' });
    const wanted = { name: 'a robot', days: '7', 'scope-read': 'on' };
    expect((await gil.send(makeToken, wanted)).refused).toEqual({ code: 'not_allowed' });
    const administering = { name: 'a robot', days: '7', 'scope-admin': 'on' };
    expect((await ann.send(makeToken, administering)).refused).toEqual({ code: 'invalid' });
    expect((await ann.send(makeToken, { ...wanted, days: '9999' })).refused).toEqual({ code: 'invalid' });
    expect((await ann.send(makeToken, { name: 'a robot', days: '7' })).refused).toEqual({ code: 'invalid' });
    expect((await ann.send(makeToken, { ...wanted, name: ' ' })).refused).toEqual({ code: 'text_empty' });
    const turned = await ann.send(makeToken, { ...wanted, name: '\u202eci' });
    expect(turned.refused).toEqual({ code: 'text_malformed' });
    const secret = await token('read');
    const person = (await ann.who()) ?? expect.fail('nobody');
    const [listed] = await parley().tokens.list(person.id);
    expect(listed).toMatchObject({ name: 'a robot', scopes: ['read'], usedAt: null });
    expect(JSON.stringify(listed)).not.toContain(secret);
    await listDebates(request(secret));
    expect((await parley().tokens.list(person.id))[0]?.usedAt).toBeGreaterThan(0);
  });
});
