import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { AT_REST, checkCrowd, unrest } from '../nodes/check-crowd.ts';
import { type Cluster, startCluster } from '../nodes/cluster.ts';
import { Crowd } from '../nodes/crowd.ts';
import { upTo } from '../support/log-node.ts';

const DEBATE = 'made-in-china-2025';
let cluster: Cluster;
let database: Database;
let log: DatabaseLog;
let crowd: Crowd;

beforeAll(async () => {
  cluster = await startCluster();
  database = await openDatabase({ databaseUrl: cluster.postgres.url, dataDir: '' });
  log = new DatabaseLog(database.prisma);
  crowd = new Crowd(1);
  await Promise.all(
    upTo(40).map(async (n) => {
      const cookie = await cluster.node(n % 2).signIn(`Person ${n}`);
      crowd.enter(cluster.origin, cookie, DEBATE);
    }),
  );
});
afterAll(async () => {
  crowd?.leave();
  await database?.close();
  await cluster?.stop();
});

async function more(count = 60) {
  const before = crowd.acknowledged();
  await expect.poll(() => crowd.acknowledged(), { timeout: 20_000 }).toBeGreaterThan(before + count);
}
async function equalAgain() {
  crowd.rest();
  const t = performance.now();
  await expect
    .poll(async () => unrest(crowd, (await log.heads([DEBATE])).get(DEBATE)?.head ?? 0), { timeout: 5_000 })
    .toBe(AT_REST);
  console.log('equal after', performance.now() - t);
  await checkCrowd(crowd, log, DEBATE);
  crowd.work();
}

test('thin', async () => {
  await expect.poll(() => crowd.live()).toBe(40);
  crowd.work();
  const t0 = performance.now();
  await more();
  console.log('60 acks', performance.now() - t0);
  await equalAgain();
  await cluster.redis.kill();
  await more();
  await cluster.redis.start();
  await equalAgain();
  await more();
  await cluster.end(1, 'SIGKILL');
  await more();
  await cluster.start(1);
  await equalAgain();
  console.log('total', performance.now() - t0, crowd.acknowledged());
  for (const i of [0, 1]) console.log(cluster.node(i).output());
  const codes: Record<string, number> = {};
  for (const p of crowd.people)
    for (const r of p.store.state().refused) codes[r.rejection.code] = (codes[r.rejection.code] ?? 0) + 1;
  console.log(codes);
}, 60_000);
