import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Names } from '../../domain/debate/head/head.ts';
import { parley } from '../../server/handle.ts';
import { connectLive, type LiveClient, type LiveClientOptions } from './live-client.ts';
import { addClaim } from './log-node.ts';
import { startTestServer, type TestServer } from './test-server.ts';

type Visibility = 'public' | 'unlisted' | 'private';

let server: TestServer;
let clients: LiveClient[] = [];
let made = 0;

/** Gives a test file a server of its own; the answer says where it is. What `connect` opens is closed after each test. */
export function withTestServer(start = () => startTestServer()): () => TestServer {
  beforeAll(async () => {
    server = await start();
  });
  afterEach(() => {
    for (const client of clients) client.close();
    clients = [];
  });
  afterAll(() => server.stop());
  return () => server;
}

export async function connect(options: LiveClientOptions = {}): Promise<LiveClient> {
  const client = await connectLive(server.origin, options);
  clients.push(client);
  return client;
}

/** Someone signed in and in the debate. */
export async function join(
  debateId: string,
  name = 'Ann',
): Promise<LiveClient & { cookie: string; id: string }> {
  const cookie = await server.signIn(name);
  const client = await connect({ cookie });
  const welcome = await client.open(debateId);
  if (!welcome.ok || welcome.participantId === null) throw new Error(`${name} could not join`);
  return { ...client, cookie, id: welcome.participantId };
}

/** A debate with one position, made by someone who is not there. */
export async function makeDebate(visibility: Visibility = 'public'): Promise<string> {
  return (await makeOwnDebate(visibility)).debateId;
}

/** The same, with the cookie of who made it. */
export async function makeOwnDebate(
  visibility: Visibility,
  names?: Names,
): Promise<{ debateId: string; cookie: string }> {
  made += 1;
  const cookie = await server.signIn('Olga');
  const owner = await parley().auth.currentPerson(new Headers({ cookie }));
  const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
  const input = { title: `Debate ${made}`, motion: 'Trade makes friends', positions, visibility, names };
  const created = await parley().debates.create(owner ?? expect.fail('nobody'), input);
  return { debateId: created.ok ? created.debateId : expect.fail('not made'), cookie };
}

/** The same, opened by its owner, with what carries out their operations. */
export async function ownDebate(visibility: Visibility = 'public') {
  const { debateId, cookie } = await makeOwnDebate(visibility);
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const does = async (...operations: Operation[]) => {
    for (const operation of operations) expect(await owner.submit(operation)).toMatchObject({ ok: true });
  };
  return { debateId, cookie, owner, does };
}

/** How many the list of debates says are in one. */
export async function present(debateId: string): Promise<number | undefined> {
  return (await parley().debateLists.list(null)).find(({ id }) => id === debateId)?.present;
}

export const claim = (key: string, text?: string) => addClaim(key, text, 'p_position1');

export const vote = (key: string, answer: 'agree' | 'disagree' | 'pass'): Operation => ({
  type: 'vote.cast',
  claimId: `c_${key}`,
  answer,
  wording: 1,
});
