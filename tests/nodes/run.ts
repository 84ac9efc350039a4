import { parseArgs } from 'node:util';
import {
  nodeKilled,
  nothing,
  postgresRestarted,
  redisDeaf,
  redisFlushed,
  redisKilled,
  rollingRestart,
} from './faults.ts';
import { Story } from './story.ts';

/** Milliseconds in which all copies are equal again. */
const EQUAL_WITHIN = 5_000;
/** Milliseconds in which 95 in 100 are back after a restart. */
const BACK_WITHIN = 5_000;

/**
 * The long form of the story of two nodes: `npx tsx tests/nodes/run.ts [--people 40] [--away 60] [--pace 500]
 * [--rounds 1] [--seed 1]`.
 * It fails where something is lost, and where copies are not equal again in time.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '40' },
    pace: { type: 'string', default: '500' },
    away: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const away = Number(values.away) * 1_000;
const faults = {
  'nothing happens': nothing,
  'Redis killed for 2 s': redisKilled(2_000),
  [`Redis killed for ${values.away} s`]: redisKilled(away),
  [`Redis deaf for ${values.away} s`]: redisDeaf(away),
  'Redis flushed': redisFlushed,
  'a node killed': nodeKilled(1),
  'PostgreSQL restarted': postgresRestarted,
  'a rolling restart': rollingRestart,
};

const story = await Story.begin({
  people: Number(values.people),
  pace: Number(values.pace),
  seed: Number(values.seed),
});
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const [name, fault] of Object.entries(faults)) {
    const took = await story.through(fault);
    if (took > EQUAL_WITHIN) process.exitCode = 1;
    console.log(`${name}: equal ${Math.round(took)} ms after; ${story.crowd.acknowledged()} acknowledged`);
  }
}
if (story.comingBack.some((back) => back > BACK_WITHIN)) process.exitCode = 1;
console.log(`95 in 100 back ${story.comingBack.join(', ')} ms after each restart`);
await story.end();
