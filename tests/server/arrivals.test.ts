import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { POST as makeDebate } from '../../app/api/debates/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { LIMITS } from '../../domain/debate/limits.ts';
import { People } from '../../server/auth/people.ts';
import type { SignedIn } from '../../server/auth/sign-ins.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { parley } from '../../server/handle.ts';
import {
  DEBATES_OF_A_PERSON,
  DEBATES_OF_AN_ADDRESS,
  GUESTS_OF_AN_ADDRESS,
} from '../../server/http/arrivals.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { TokenBucket } from '../../server/sockets/token-bucket.ts';
import { Participants } from '../../server/use-cases/participants.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { makeDebate as makeFullDebate, startLogNode, upTo } from '../support/log-node.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
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

describe('from one address', () => {
  test('[AU21] a thousand guests come within a minute; many more take hours', () => {
    const { burst, perSecond } = GUESTS_OF_AN_ADDRESS;
    const address = new TokenBucket(burst, perSecond, 0);
    expect(upTo(1_000).every((n) => address.take(1, n * 60))).toBe(true);
    expect(upTo(10_000).filter(() => address.take(1, 60_000)).length).toBeLessThan(300);
  });

  test('[AU21] guests over the limit are told to wait', async () => {
    const { arrivals } = parley();
    const come = () => signInGuest(request('/api/guest', { name: 'Ann' })).then(({ status }) => status);
    expect(await come()).toBe(200);
    while (arrivals.mayAddGuest());
    expect(await come()).toBe(429);
  });

  test('[AU21] a person makes twenty debates, and others still make theirs, up to sixty', async () => {
    const [many, other] = [await server.signIn('Many'), await server.signIn('Other')];
    const make = async (cookie: string) => (await makeDebate(request('/api/debates', DEBATE, cookie))).status;
    for (const _ of upTo(DEBATES_OF_A_PERSON.burst)) expect(await make(many)).toBe(201);
    expect(await make(many)).toBe(429);
    expect(await make(other)).toBe(201);
    const { arrivals } = parley();
    const left = upTo(1_000).filter((n) => arrivals.mayMakeDebate(`u_${n}`)).length;
    expect(left).toBe(DEBATES_OF_AN_ADDRESS.burst - DEBATES_OF_A_PERSON.burst - 1);
    expect(await make(other)).toBe(429);
  });
});

describe('a debate that is full', () => {
  test('[AU22] is read by who comes, and nothing is written for them', async () => {
    const database = await openDatabase({ databaseUrl: undefined, dataDir: await freshDataFolder() });
    try {
      const log = new DatabaseLog(database.prisma);
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
      await database.close();
    }
  });
});
