import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Cluster, startCluster } from '../nodes/cluster.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { addClaim } from '../support/log-node.ts';

const DEBATE = 'made-in-china-2025';

let cluster: Cluster;
let clients: LiveClient[] = [];
let made = 0;

beforeAll(async () => {
  cluster = await startCluster({ absent: true });
}, 60_000);
afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
});
afterAll(() => cluster?.stop());

/** Somebody in the debate, through one of the nodes. */
async function join(node: number, name: string) {
  const cookie = await cluster.node(node).signIn(name);
  return { cookie, ...(await joinWith(node, cookie)) };
}

async function joinWith(node: number, cookie: string): Promise<LiveClient> {
  const client = await connect(node, cookie);
  const welcome = await client.open(DEBATE);
  if (!welcome.ok || welcome.participantId === null) throw new Error('could not join');
  return client;
}

async function connect(node: number, cookie?: string): Promise<LiveClient> {
  const headers = { origin: cluster.origin, host: new URL(cluster.origin).host };
  const client = await connectLive(cluster.node(node).origin, { cookie, headers });
  clients.push(client);
  return client;
}

function write(client: LiveClient) {
  made += 1;
  const position = client.snapshot().positions[0]?.id ?? '';
  return client.submit({ ...addClaim(`apart${made}`, undefined, position), positionId: null });
}

async function readiness(node: number): Promise<string> {
  const response = await fetch(`${cluster.node(node).origin}/readyz`);
  return `${response.status} ${await response.text()}`;
}

async function listedPresent(node: number): Promise<number> {
  const response = await fetch(`${cluster.node(node).origin}/debates`);
  const debates = (await response.json()) as { id: string; present: number }[];
  return debates.find(({ id }) => id === DEBATE)?.present ?? -1;
}

/** The connections a client has been told are here, those of the welcome included. */
function here(client: LiveClient, welcomed: readonly { connection: string }[]): string[] {
  const present = new Set(welcomed.map(({ connection }) => connection));
  for (const update of client.presence) {
    for (const { connection } of update.here) present.add(connection);
    for (const connection of update.gone) present.delete(connection);
  }
  return [...present];
}

test('[ND2] [ND9] without a Redis at the start nodes serve, say so, and see what the others write', async () => {
  expect(await readiness(0)).toBe('200 ok\nredis is away\n');
  const [ann, ben] = [await join(0, 'Ann'), await join(1, 'Ben')];
  const answer = await write(ann);
  await ben.seen(answer.ok ? answer.seq : Infinity);
  expect(ben.gaps()).toEqual([]);
  await cluster.redis.start();
  for (const node of [0, 1]) await expect.poll(() => readiness(node)).toBe('200 ok\n');
});
