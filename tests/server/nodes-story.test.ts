import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Fault,
  nodeKilled,
  nothing,
  postgresRestarted,
  redisFlushed,
  redisKilled,
  rollingRestart,
  Story,
} from '../nodes/story.ts';

let story: Story;

beforeAll(async () => {
  story = await Story.begin({ people: 40, seed: 1 });
}, 60_000);
afterAll(() => story?.end());

test('[ND1] edited through two nodes at once: nothing acknowledged lost, no gap, all equal', async () => {
  await story.through(nothing);
}, 60_000);

test.each<[string, Fault]>([
  ['Redis killed for two seconds (F5)', redisKilled(2_000)],
  ['Redis flushed (F5)', redisFlushed],
  ['a node killed (F1)', nodeKilled],
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
  const busiest = Math.max(
    ...came.map((at) => came.filter((other) => other >= at && other < at + 100).length),
  );
  expect(came.length).toBeGreaterThanOrEqual(40);
  expect(busiest).toBeLessThan(came.length / 2);
}, 60_000);
