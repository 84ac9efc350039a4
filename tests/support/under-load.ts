import { expect } from 'vitest';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { createServer, type RunningServer } from '../../server/compose/create-server.ts';
import { readEnv } from '../../server/env.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { connectLive } from './live-client.ts';
import { startWriter, type Writer } from './load.ts';
import { noPages } from './no-pages.ts';
import type { ServerProcess } from './server-process.ts';

export const SEEDED = 'made-in-china-2025';
/** A name and a word that must be in no log. */
export const NAMES = ['Xanthippe', 'Yolanda', 'Zacharias'];

let run = 0;

/** Three people who write without end. */
export async function startLoad(server: ServerProcess): Promise<Writer[]> {
  run += 1;
  return Promise.all(
    NAMES.map(async (name) => startWriter(server.origin, SEEDED, `${name}${run}`, await server.signIn(name))),
  );
}

export const acknowledged = (writers: Writer[]) =>
  writers.reduce((sum, writer) => sum + writer.acknowledged(), 0);

/** Everyone reconnects and resends everything: each operation, acknowledged before or not, is in the log exactly once. */
export async function expectNothingLost(writers: Writer[], origin: string): Promise<void> {
  const back = await Promise.all(writers.map((writer) => writer.comeBack(origin)));
  const fresh = await connectLive(origin);
  await fresh.open(SEEDED);
  const survived = new Set(fresh.snapshot().claims.map(({ id }) => id));
  for (const { asked } of back) {
    for (const { operation, answer } of asked.values()) {
      if (answer?.ok && operation.type === 'claim.add') expect(survived).toContain(operation.claimId);
    }
  }
  const answers: OperationAnswer[] = [];
  for (const { client, asked } of back) {
    for (const [n, { operation, answer }] of asked) {
      const again = await client.submit(operation, n);
      answers.push(again);
      if (answer?.ok) expect(again).toEqual(answer);
    }
  }
  const numbers = answers.map((answer) => (answer.ok ? answer.seq : answer.rejection.code));
  expect(numbers.filter((seq) => typeof seq !== 'number')).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  const last = Math.max(...numbers.map(Number), fresh.snapshot().seq);
  await fresh.seen(last);
  for (const { client } of back) {
    await client.seen(last);
    expect(client.gaps()).toEqual([]);
    expect({ ...client.snapshot(), votes: [] }).toEqual(fresh.snapshot());
    client.close();
  }
  // The numbers of the log have no hole: sent from any point on, entries reach the head.
  const reader = await connectLive(origin);
  const from = writers[0]?.client.frames.find(({ to }) => last - to <= 400);
  if (!from) throw new Error('nobody heard of an entry');
  const welcome = await reader.open(SEEDED, from.to, [], from.at);
  if (!welcome.ok || welcome.state.kind !== 'entries') throw new Error('not sent entry by entry');
  const claims = welcome.state.frame.entries.filter(({ effect }) => effect.type === 'claim.added');
  expect(claims.length).toBeGreaterThanOrEqual(numbers.filter((seq) => Number(seq) > from.to).length);
  reader.close();
  fresh.close();
}

/** A server in this process: it starts sooner. */
export function startHere(settings: Record<string, string>): Promise<RunningServer> {
  const env = readEnv({ HOST: '127.0.0.1', PORT: '0', ...settings });
  return createServer(env, createLogger('silent'), noPages);
}

export async function isReady(server: ServerProcess): Promise<number> {
  return (await fetch(`${server.origin}/readyz`)).status;
}
