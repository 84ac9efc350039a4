import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Fault,
  inTurn,
  nodeKilled,
  nothing,
  postgresRestarted,
  redisFlushed,
  redisKilled,
  rollingRestart,
} from '../nodes/faults.ts';
import { Story } from '../nodes/story.ts';

let story: Story;

beforeAll(async () => {
  story = await Story.begin({ people: 40, seed: 1, pace: 500 });
}, 60_000);
afterAll(() => story?.end());

test('[ND1] edited through two nodes at once: nothing acknowledged lost, no gap, all equal', async () => {
  await story.through(nothing);
}, 60_000);

test.each<[string, Fault]>([
  ['Redis killed for two seconds, then flushed (F5)', inTurn(redisKilled(2_000), redisFlushed)],
  ['a node killed (F1)', nodeKilled(1)],
  ['PostgreSQL crashing (F4)', postgresRestarted],
])(
  '[ND2] %s: nothing acknowledged lost, no gap, all equal again',
  async (_, fault) => {
    await story.through(fault);
  },
  60_000,
);

test('[ND8] restarted one after the other under load: nothing lost, people come back, and not all at once (F10)', async () => {
  const { arrivals } = story.cluster.balancer;
  const before = arrivals.length;
  await story.through(rollingRestart);
  const came = arrivals.slice(before);
  expect(came.length).toBeGreaterThanOrEqual(40);
  // All at once, twice, would be two or three moments.
  const moments = new Set(came.map((at) => Math.floor(at / 100)));
  expect(moments.size).toBeGreaterThan(5);
}, 60_000);
