import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as authGet, POST as authPost } from '../../app/api/auth/[...auth]/route.ts';
import { POST as makeDebate } from '../../app/api/debates/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as signOut } from '../../app/api/signout/route.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { parley } from '../../server/handle.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { addClaim, upTo } from '../support/log-node.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { gate } from '../support/watched-log.ts';

const SEEDED = 'made-in-china-2025';

let server: TestServer;
let clients: LiveClient[] = [];

beforeAll(async () => {
  server = await startTestServer();
});

afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
});

afterAll(() => server.stop());

/** A request as a page of this site, in a browser, sends it. */
function request(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  const { host } = new URL(server.origin);
  return new Request(`${server.origin}${path}`, {
    method: 'POST',
    headers: { host, origin: server.origin, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

function cookieOf(response: Response): string {
  const lines = response.headers.getSetCookie();
  return lines.find((line) => line.startsWith('parley-sign-in='))?.split(';')[0] ?? '';
}

function who(cookie: string) {
  return parley().auth.currentPerson(new Headers({ cookie }));
}

async function connect(cookie: string): Promise<LiveClient> {
  const client = await connectLive(server.origin, { cookie });
  clients.push(client);
  return client;
}

describe('a guest', () => {
  test.each([
    ['Ann', 'Ann'],
    ['  Ann \t of  the Hill ', 'Ann of the Hill'],
    ['Zoë 漢字 👩‍🚀', 'Zoë 漢字 👩‍🚀'],
    ['__proto__', '__proto__'],
    ["Robert'); DROP TABLE app_user;--", "Robert'); DROP TABLE app_user;--"],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['A\u200bn\u2060n\u00ad\u200f \ufeff\u3164', 'Ann'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
  ])('[AU1] signs in as %j', async (wanted, name) => {
    const response = await signInGuest(request('/api/guest', { name: wanted }));
    expect(response.status).toBe(200);
    expect(await who(cookieOf(response))).toMatchObject({ name, kind: 'guest' });
  });

  test.each([
    ['', 'text_empty', 422],
    [' \n ', 'text_empty', 422],
    ['\u200b \u3164', 'text_empty', 422],
    ['\u2800', 'text_empty', 422],
    ['\u202eannA', 'text_malformed', 400],
    ['\u2068Ann\u2069', 'text_malformed', 400],
    ['x'.repeat(61), 'text_too_long', 422],
    ['A\0nn', 'text_malformed', 400],
    ['A\ud800nn', 'text_malformed', 400],
    ['A\u0007nn', 'text_malformed', 400],
  ])('[AU1] does not sign in as %j', async (name, code, status) => {
    const response = await signInGuest(request('/api/guest', { name }));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, rejection: { code } });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    '/api/auth/callback/guest',
    '/api/auth//callback//guest',
    '/api/auth/signin/guest',
    '/api/auth/signout',
  ])("[AU23] finds nothing at the sign-in library's own %s", async (path) => {
    const cookie = await server.signIn('Ann');
    const response = await authPost(request(path, 'name=Ann', { ...form, cookie }));
    expect(response.status).toBe(404);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('[AU6] is sent back to a page of this site, and to no other', async () => {
    const backFrom = async (returnTo: string) => {
      const body = new URLSearchParams({ name: 'Ann', returnTo }).toString();
      return (await signInGuest(request('/api/guest', body, form))).headers.get('location');
    };
    expect(await backFrom('/debates/d_x?at=c_y')).toBe('/debates/d_x?at=c_y');
    expect(await backFrom('/debates/d_x?at=\u{1f600}')).toBe('/debates/d_x?at=%F0%9F%98%80');
    for (const elsewhere of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/a\r\nx: y',
      '/\t/evil.example',
      '/.//evil.example',
      '/ /evil.example',
      'x',
      '',
    ]) {
      expect(await backFrom(elsewhere)).toBe('/');
    }
    // No text with NUL is taken, wherever it stands: the form is shown again.
    expect(await backFrom('/a\0b')).toBe('/sign-in');
  });

  test.each([
    ['no JSON', '{', {}, 400, 'invalid'],
    ['a list', '[]', {}, 400, 'invalid'],
    ['no name', '{}', {}, 400, 'invalid'],
    ['a name that is a list', '{"name":["Ann"]}', {}, 400, 'invalid'],
    [
      'a message over the limit',
      JSON.stringify({ name: 'x'.repeat(LIMITS.messageBytes) }),
      {},
      413,
      'too_large',
    ],
    ['a form over the limit', `name=${'x'.repeat(LIMITS.messageBytes)}`, form, 413, 'too_large'],
  ])('[AU7] a request with %s is refused', async (_, body, headers, status, code) => {
    const response = await signInGuest(request('/api/guest', body, headers));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, rejection: { code } });
  });
});

describe('a request that changes something', () => {
  test('[AU2] is refused to foreign pages, and to none', async () => {
    const cookie = await server.signIn('Ann');
    for (const origin of ['https://elsewhere.example', 'null', '', `${server.origin}.evil.example`]) {
      const headers = { origin, cookie };
      const name = { name: 'Ann' };
      expect((await signInGuest(request('/api/guest', name, headers))).status).toBe(403);
      expect((await signOut(request('/api/signout', {}, headers))).status).toBe(403);
      expect((await makeDebate(request('/api/debates', {}, headers))).status).toBe(403);
      expect((await authPost(request('/api/auth/callback/guest', 'name=Ann', headers))).status).toBe(403);
    }
    expect(await who(cookie)).toMatchObject({ name: 'Ann' });
  });

  test('[AU2] is refused on a foreign name that points here', async () => {
    const rebound = { origin: 'http://rebound.example', host: 'rebound.example' };
    expect((await signInGuest(request('/api/guest', { name: 'Ann' }, rebound))).status).toBe(403);
  });

  test('[AU2] is refused without a sign-in', async () => {
    expect((await signOut(request('/api/signout', {}))).status).toBe(401);
    expect((await makeDebate(request('/api/debates', {}))).status).toBe(401);
  });
});

describe('a sign-in', () => {
  test('[AU3] is a cookie no script can read', async () => {
    const response = await signInGuest(request('/api/guest', { name: 'Ann' }));
    const line = response.headers.getSetCookie()[0] ?? '';
    expect(line).toMatch(/^parley-sign-in=[^;]+;/);
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toMatch(/Path=\//i);
    expect(line).not.toMatch(/Domain=/i);
  });

  test('[AU3] that is forged, cut, or carries another name is nobody', async () => {
    const cookie = await server.signIn('Ann');
    const [name, value = ''] = cookie.split('=');
    const middle = value.length >> 1;
    const changed = `${value.slice(0, middle)}${value[middle] === 'A' ? 'B' : 'A'}${value.slice(middle + 1)}`;
    for (const forged of [
      `${name}=${changed}`,
      cookie.slice(0, -5),
      `${name}=`,
      `other=${value}`,
      `${name}=e30.e30.`,
    ]) {
      expect(await who(forged)).toBeNull();
    }
    expect(await who(`a=b; ${cookie}; c=d`)).toMatchObject({ name: 'Ann' });
  });

  test('[AU3] outlives a restart of the server', async () => {
    const cookie = await server.signIn('Ann');
    const before = await who(cookie);
    await server.restart();
    expect(await who(cookie)).toEqual(before);
  });
});

describe('signing out', () => {
  test('[AU4] ends every sign-in of the person at once, on pages and connections; nobody else notices', async () => {
    const [cookie, other] = [await server.signIn('Ann'), await server.signIn('Ben')];
    const tabs = await Promise.all([connect(cookie), connect(cookie)]);
    const ben = await connect(other);
    await Promise.all([...tabs, ben].map((client) => client.open(SEEDED)));
    const response = await signOut(request('/api/signout', {}, { cookie }));
    expect(response.headers.getSetCookie()[0]).toMatch(/^parley-sign-in=; .*Max-Age=0/);
    for (const tab of tabs) {
      expect(await tab.closed).toBe('io server disconnect');
      expect(tab.closings).toEqual([{ reason: 'access_changed' }]);
    }
    expect(await who(cookie)).toBeNull();
    const later = await connect(cookie);
    expect(await later.open(SEEDED)).toMatchObject({ ok: true, participantId: null });
    expect(ben.socket.connected).toBe(true);
    expect(await who(other)).toMatchObject({ name: 'Ben' });
    expect((await authGet(request('/api/auth/session', '', { cookie }))).status).toBe(404);
    expect(await who(cookie)).toBeNull();
  });

  test('[AU4] ends a connection that was recognised before, and stands only after', async () => {
    const { auth } = parley();
    const cookie = await server.signIn('Ann');
    const person = (await who(cookie)) ?? expect.fail('nobody');
    const [recognised, goOn] = [gate(), gate()];
    const other = (await who(await server.signIn('Ben'))) ?? expect.fail('nobody');
    // While someone signs out, whom a handshake recognised is asked for again.
    vi.spyOn(auth, 'recognise').mockImplementationOnce(async () => {
      await auth.signOut(other);
      return person;
    });
    // A database that answers the connection late: what it says was true when it was asked.
    const late = vi.spyOn(auth, 'whoAsks').mockImplementation(async () => {
      recognised.open();
      await goOn.passed;
      return person;
    });
    const making = connect(cookie);
    await recognised.passed;
    late.mockRestore();
    await auth.signOut(person);
    goOn.open();
    expect(await (await making).closed).toBe('io server disconnect');
  });

  test('[AU5] with operations under way: each is stored once or not at all, and nothing comes after', async () => {
    const cookie = await server.signIn('Ann');
    const person = (await who(cookie)) ?? expect.fail('nobody');
    const [ann, reader] = [await connect(cookie), await connect('')];
    await Promise.all([ann.open(SEEDED), reader.open(SEEDED)]);
    const position = ann.snapshot().positions[0]?.id ?? expect.fail('no position');
    const target = { kind: 'position', id: position } as const;
    const keys = upTo(60).map((n) => `out${n}`);
    const answers = keys.map((key) =>
      ann.submit({ ...addClaim(key), target, positionId: null }).catch(() => null),
    );
    await answers[0];
    await parley().auth.signOut(person);
    await ann.closed;
    const acknowledged = (await Promise.all(answers)).filter((answer) => answer?.ok);
    const fresh = await connect('');
    await fresh.open(SEEDED);
    const stored = fresh.snapshot().claims.filter(({ id }) => id.startsWith('c_out'));
    expect(stored.length).toBeGreaterThanOrEqual(acknowledged.length);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
    // Both may still hear of the last commit.
    await expect.poll(() => isDeepStrictEqual(reader.snapshot(), fresh.snapshot())).toBe(true);
  });
});
