import { parseArgs } from 'node:util';
import {
  nodeKilled,
  postgresRestarted,
  redisDeaf,
  redisFlushed,
  redisKilled,
  rollingRestart,
  Story,
} from './story.ts';

/** The long form of the story of two nodes: `npx tsx tests/nodes/run.ts [--people 40] [--away 60] [--rounds 1] [--seed 1]`. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '40' },
    away: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const away = Number(values.away) * 1_000;
const faults = {
  'nothing happens': async () => {},
  'Redis killed for 2 s': redisKilled(2_000),
  [`Redis killed for ${values.away} s`]: redisKilled(away),
  [`Redis deaf for ${values.away} s`]: redisDeaf(away),
  'Redis flushed': redisFlushed,
  'a node killed': nodeKilled,
  'PostgreSQL restarted': postgresRestarted,
  'a rolling restart': rollingRestart,
};

const story = await Story.begin({ people: Number(values.people), seed: Number(values.seed) });
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const [name, fault] of Object.entries(faults)) {
    const took = await story.through(fault);
    console.log(`${name}: equal ${Math.round(took)} ms after; ${story.crowd.acknowledged()} acknowledged`);
  }
}
await story.end();
