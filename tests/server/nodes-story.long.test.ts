import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  banned,
  clockJumps,
  type Fault,
  inTurn,
  nodeDies,
  nodeDiesInTransaction,
  nonsenseSent,
  nothing,
  packetsHarmed,
  pagesReloaded,
  postgresHangs,
  postgresStopped,
  redisFlushed,
  redisKilled,
  rollingRestart,
} from '../nodes/faults.ts';
import { Story } from '../nodes/story.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { upTo } from '../support/log-node.ts';
import { tcpOf } from '../support/tcp-of.ts';

const HOUR = 3_600_000;
const TIMEOUT = 120_000;
const MEBIBYTE = 2 ** 20;

let story: Story;

beforeAll(async () => {
  story = await Story.begin({ people: 40, seed: 1, pace: 500 });
}, TIMEOUT);
afterAll(() => story?.end());

test(
  '[ND1] edited through two nodes at once: nothing acknowledged lost, no gap, all equal (I1, I2, I3, I4, I5, I7, I8, I12)',
  async () => {
    await story.through(nothing);
  },
  TIMEOUT,
);

test.each<[string, Fault]>([
  ['Redis killed for two seconds, then flushed (F5)', inTurn(redisKilled(2_000), redisFlushed)],
  [
    'PostgreSQL killed six times, then hanging for two seconds (F4)',
    inTurn(postgresStopped(6), postgresHangs(2_000)),
  ],
  [
    'nodes killed before and after the commit (F1)',
    inTurn(nodeDies(0, 'before the commit'), nodeDies(1, 'after the commit')),
  ],
  [
    'nodes killed in the transaction and between answer and frames (F1)',
    inTurn(nodeDiesInTransaction(0), nodeDies(1, 'after the answer')),
  ],
  [
    'packets doubled, swapped, late and cut, answers lost (F2, F3)',
    packetsHarmed({ doubled: 0.3, swapped: 0.3, late: 200, cut: 0.01, unanswered: 0.05 }, 4_000),
  ],
  ['every page loaded again (F9)', pagesReloaded(40)],
  ['the clock of a node jumping an hour, backwards too (F11, I12)', clockJumps(1, HOUR)],
  ['nonsense sent to both nodes (F15)', nonsenseSent],
  ['someone banned through one node (F16, I6)', banned(1)],
])(
  '[ND2] %s: nothing acknowledged lost, no gap, all equal again',
  async (_, fault) => {
    await story.through(fault);
  },
  TIMEOUT,
);

test(
  '[SK14] a reader that reads nothing among a hundred that do costs its node little, and them nothing (F7, I9)',
  async () => {
    const { origin } = story.cluster;
    const headers = { origin, host: new URL(origin).host };
    const readers = await Promise.all(
      upTo(101).map(() => connectLive(story.cluster.node(0).origin, { headers })),
    );
    const [deaf, ...healthy] = readers as [LiveClient, ...LiveClient[]];
    await Promise.all(readers.map((reader) => reader.open(story.debateId)));
    const before = Number(await story.ask(0, '/memory'));
    tcpOf(deaf).pause();
    await story.through(nothing);
    expect(Number(await story.ask(0, '/memory')) - before).toBeLessThan(20 * MEBIBYTE);
    const head = Math.max(...healthy.map((reader) => reader.snapshot().seq));
    await Promise.all(healthy.map((reader) => reader.seen(head)));
    expect(healthy.flatMap((reader) => reader.gaps())).toEqual([]);
    tcpOf(deaf).resume();
    for (const reader of readers) reader.close();
  },
  TIMEOUT,
);

test(
  '[ND8] restarted one after the other under load: nothing lost, people come back, and not all at once (F10)',
  async () => {
    const { arrivals } = story.cluster.balancer;
    const before = arrivals.length;
    await story.through(rollingRestart);
    const came = arrivals.slice(before);
    expect(came.length).toBeGreaterThanOrEqual(40);
    // All at once, twice, would be two or three moments.
    const moments = new Set(came.map((at) => Math.floor(at / 100)));
    expect(moments.size).toBeGreaterThan(5);
  },
  TIMEOUT,
);
