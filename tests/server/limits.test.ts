import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GET as download } from '../../app/api/account/data/route.ts';
import { POST as makeDebate } from '../../app/api/debates/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { People } from '../../server/auth/people/people.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { fileAnswer } from '../../server/http/answers/file-answer.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { EVENT_COSTS, OPEN_CHARACTERS } from '../../server/limits/event-costs.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { ROUTE_COSTS } from '../../server/limits/route-costs.ts';
import { countedFor } from '../../server/limits/sender.ts';
import { TokenBucket } from '../../server/limits/token-bucket.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { startDatabase } from '../support/database.ts';
import { makeDebate as makeFullDebate, startLogNode, upTo } from '../support/log-node.ts';
import { noPages } from '../support/no-pages.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let handled: string[] = [];

/** Answers every page and route with its method, and notes what came so far. */
const noting = (): Pages => ({
  ...noPages(),
  handle: async ({ method = '', url = '' }, response) => {
    handled.push(`${method} ${url}`);
    response.end(method);
  },
});

beforeEach(async () => {
  handled = [];
  server = await startTestServer({ pages: noting });
});

afterEach(() => server.stop());

const DEBATE = { title: 'Tea', motion: 'Tea is better', positions: [], visibility: 'unlisted' };

function request(path: string, body: unknown, cookie = ''): Request {
  const { host } = new URL(server.origin);
  return new Request(`${server.origin}${path}`, {
    method: 'POST',
    headers: { host, origin: server.origin, 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
}

interface Answer {
  readonly status: number;
  readonly retryAfter: number;
  readonly body: string;
}

/** Sends a request from one of this machine's own addresses. */
function ask(path: string, { method = 'GET', cookie = '', from = '127.0.0.1' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      server.origin + path,
      { method, headers: { cookie }, localAddress: from },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            retryAfter: Number(response.headers['retry-after']),
            body,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('[LM3] an allowance', () => {
  const limiter = () => new Limiter(ALLOWANCES, () => 0);

  test('is taken from all it is counted for, or from none', () => {
    const limits = limiter();
    const { person, address } = ALLOWANCES.debates;
    const makers = upTo(10).map((n) =>
      upTo(30).filter(() => limits.take('debates', { person: `u${n}`, address: 'hall' })),
    );
    expect(makers[0]).toHaveLength(person.burst);
    expect(makers.flat()).toHaveLength(address.burst);
    expect(upTo(30).filter(() => limits.take('debates', { person: 'u10', address: 'home' }))).toHaveLength(
      person.burst,
    );
  });

  test.each(['tries', 'factors'] as const)(
    'of %s is left for browsers that are known when strangers have used up that of the server',
    (name) => {
      const limits = limiter();
      expect(limits.take(name, {}, ALLOWANCES[name].all.burst)).toBe(true);
      expect(limits.take(name, { account: 'ann' })).toBe(false);
      expect(limits.take(name, { address: 'home', browser: 'ann' })).toBe(true);
    },
  );

  test('[AU11] of passkeys is counted by address alone: strangers elsewhere lock nobody out', () => {
    const limits = limiter();
    for (const n of upTo(20)) while (limits.take('passkeys', { address: `stranger ${n}` }));
    expect(limits.take('passkeys', { address: 'home' })).toBe(true);
    for (const route of ['POST /api/sign-in/passkey', 'POST /api/sign-in/passkey/options'] as const)
      expect(ROUTE_COSTS[route].besides).toEqual(['passkeys']);
  });

  test('says how long to wait, and comes back with time', () => {
    let now = 0;
    const limits = new Limiter(ALLOWANCES, () => now);
    const ann = { person: 'ann', address: 'home' };
    for (const _ of upTo(ALLOWANCES.exports.person.burst)) expect(limits.wait('exports', ann)).toBe(0);
    expect(limits.wait('exports', ann)).toBeCloseTo(2);
    now = 2_000;
    expect(limits.wait('exports', ann)).toBe(0);
    expect(limits.take('exports', ann)).toBe(false);
  });

  test('is taken whole by what costs more than all of it', () => {
    const limits = limiter();
    const { burst } = ALLOWANCES.operations.debate;
    expect(limits.take('operations', { debate: 'd_1' }, burst * 2)).toBe(true);
    expect(limits.take('operations', { debate: 'd_1' })).toBe(false);
    limits.giveBack('operations', { debate: 'd_1' });
    expect(limits.take('operations', { debate: 'd_1' })).toBe(true);
  });
});

describe('[LM4] a request that comes too fast', () => {
  const path = '/api/debates/d_1/activity?by=nobody';
  const { burst, perSecond } = ALLOWANCES.history.nameless;

  /** Sends requests until one is refused; how many were not, and the refusal. */
  async function flood(send: (n: number) => Promise<Answer>): Promise<{ count: number; refusal: Answer }> {
    for (let count = 0; ; ) {
      const answers = await Promise.all(upTo(40).map((n) => send(count + n)));
      const refusal = answers.find(({ status }) => status === 429);
      count += answers.filter(({ status }) => status === 200).length;
      if (refusal) return { count, refusal };
    }
  }

  test('is refused before anything is done for it, with a code and when to come again', async () => {
    const { count, refusal } = await flood(() => ask(path));
    expect(handled.length).toBe(count);
    expect(refusal.retryAfter).toBeGreaterThanOrEqual(1);
    expect(JSON.parse(refusal.body)).toEqual({ ok: false, rejection: { code: 'too_fast' } });
  });

  test('delays nobody at another address, and no signed-in person at the same one', async () => {
    const cookie = await server.signIn('Ann');
    await flood(() => ask(path));
    expect((await ask(path, { from: '127.0.0.9' })).status).toBe(200);
    expect((await ask(path, { cookie })).status).toBe(200);
    expect((await ask('/healthz')).body).toBe('ok\n');
  });

  test('is counted alike by GET and HEAD, and by each way of writing its path', async () => {
    const began = performance.now();
    const ways = [path, '//api/debates/d_1/%61ctivity', '/api/debates/d_1/activity/'];
    const { count } = await flood((n) => ask(ways[n % 3] ?? path, { method: n % 2 ? 'HEAD' : 'GET' }));
    expect(count).toBeGreaterThanOrEqual(burst);
    expect(count).toBeLessThanOrEqual(burst + (perSecond * (performance.now() - began)) / 1_000 + 1);
  });

  test('gets an error page where it asks for a page', async () => {
    const cookie = await server.signIn('Ann');
    const { refusal } = await flood(() => ask('/debates/d_1', { cookie }));
    expect(refusal.body).toContain('Too many requests');
    expect(refusal.body).toMatch(/Try again in \d+ seconds?\./);
  });
});

describe('[LM5] a copy of a person’s own data', () => {
  const wish = (cookie: string, method: string) =>
    new Request(`${server.origin}/api/account/data`, { method, headers: { cookie } });

  test('is had after its head alone was asked for', async () => {
    const cookie = await server.signIn('Ann');
    for (const _ of upTo(3)) {
      const head = await download(wish(cookie, 'HEAD'));
      expect([head.status, head.body]).toEqual([200, null]);
    }
    const file = await download(wish(cookie, 'GET'));
    expect(file.status).toBe(200);
    expect(await file.json()).toMatchObject({ person: { name: 'Ann' } });
  });

  test('is had after someone went away before reading it', async () => {
    const cookie = await server.signIn('Ann');
    const gone = AbortSignal.abort();
    await download(new Request(wish(cookie, 'GET'), { signal: gone }));
    const leaving = new AbortController();
    await download(new Request(wish(cookie, 'GET'), { signal: leaving.signal }));
    leaving.abort();
    await expect.poll(async () => (await download(wish(cookie, 'GET'))).status).toBe(200);
  });

  test('is had while others read nothing of theirs, and once at a time by each person', async () => {
    const slow: { cookie: string; file: Response }[] = [];
    for (const name of ['Ann', 'Ben', 'Cid']) {
      const cookie = await server.signIn(name);
      slow.push({ cookie, file: await download(wish(cookie, 'GET')) });
    }
    const late = await download(wish(await server.signIn('Dana'), 'GET'));
    expect(await late.json()).toMatchObject({ person: { name: 'Dana' } });
    for (const { cookie, file } of slow) {
      expect((await download(wish(cookie, 'GET'))).status).toBe(429);
      expect(await file.json()).toMatchObject({ format: 'parley-person' });
      expect((await download(wish(cookie, 'GET'))).status).toBe(200);
    }
  });

  test('ends, unfinished, when its reader reads nothing of it', async () => {
    let isOver = false;
    async function* pieces() {
      try {
        yield 'a'.repeat(200_000);
        yield 'b';
      } finally {
        isOver = true;
      }
    }
    const file = fileAnswer(new Request('http://localhost/'), pieces(), {}, 20);
    await expect.poll(() => isOver).toBe(true);
    await expect(file.text()).rejects.toThrow('Nobody read on');
    const read = fileAnswer(new Request('http://localhost/'), pieces(), {});
    expect(await read.text()).toBe(`${'a'.repeat(200_000)}b`);
  });
});

describe('from one address', () => {
  test('[AU21] 1,200 guests come at once; many more take hours', () => {
    const address = new TokenBucket(ALLOWANCES.guests.address, 0);
    expect(upTo(1_200).every(() => address.take(1, 0))).toBe(true);
    expect(upTo(10_000).filter(() => address.take(1, 60_000)).length).toBeLessThan(400);
  });

  test('[AU21] 1,000 guests open a large debate within ten seconds; a flood of strangers is refused', () => {
    let now = 0;
    const limiter = new Limiter(ALLOWANCES, () => now);
    const [hall, flood] = ['203.0.113.7', '203.0.113.8'];
    /** As a handshake and the opening of 160,000 characters take it. */
    const opens = (person: string | null, address: string) =>
      limiter.take('handshakes', { address }) &&
      limiter.take('events', { ...countedFor({ person, address }) }, EVENT_COSTS.open) &&
      limiter.take('openings', { address }, 1 + 160_000 / OPEN_CHARACTERS);
    let strangers = 0;
    for (const guest of upTo(1_000)) {
      now = guest * 10;
      expect(opens(`u_${guest}`, hall), `guest ${guest}`).toBe(true);
      strangers += upTo(50).filter(() => opens(null, flood)).length;
    }
    const { burst, perSecond } = ALLOWANCES.handshakes.address;
    expect(strangers).toBeLessThanOrEqual(burst + 10 * perSecond);
  });

  test('[AU21] guests over the limit have to wait', async () => {
    const { limits } = parley();
    const come = () => signInGuest(request('/api/guest', { name: 'Ann' })).then(({ status }) => status);
    expect(await come()).toBe(200);
    while (limits.take('guests', null));
    expect(await come()).toBe(429);
  });

  test('[AU21] a person makes twenty debates, and others still make theirs, up to sixty', async () => {
    const { person, address } = ALLOWANCES.debates;
    const [many, other] = [await server.signIn('Many'), await server.signIn('Other')];
    const make = async (cookie: string) => (await makeDebate(request('/api/debates', DEBATE, cookie))).status;
    for (const _ of upTo(person.burst)) expect(await make(many)).toBe(201);
    expect(await make(many)).toBe(429);
    expect(await make(other)).toBe(201);
    const { limits } = parley();
    const left = upTo(1_000).filter((n) => limits.take('debates', `u_${n}`)).length;
    expect(left).toBe(address.burst - person.burst - 1);
    expect(await make(other)).toBe(429);
  });
});

describe('a debate that is full', () => {
  test('[AU22] can be read by visitors, and nothing is written for them', async () => {
    const { database, stop } = await startDatabase();
    try {
      const log = new DatabaseLog(database);
      await makeFullDebate(
        log,
        'd_full',
        upTo(LIMITS.participants - 1).map((n) => `m_${n}`),
      );
      const id = await new People(database).create({ name: 'Late' });
      const late: SignedIn = {
        id,
        name: 'Late',
        kind: 'guest',
        administrator: false,
        needsSecondFactor: false,
        provenAt: null,
        signInId: 's_late',
        scopes: null,
      };
      const room = await startLogNode(log).room('d_full');
      const participants = new Participants(database, () => expect.fail('nobody joined'));
      expect(room.state.participants.size).toBe(LIMITS.participants);
      expect(await participants.join(room, late)).toBeNull();
      expect(await participants.namesOf(room)).toEqual([]);
    } finally {
      await stop();
    }
  });
});
