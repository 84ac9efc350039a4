import { parseArgs } from 'node:util';
import { bundleServer, bundleServerOf } from './bundled-server.ts';
import {
  diskFull,
  type Fault,
  inTurn,
  nodeKilled,
  nodeUpgraded,
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
 * [--rounds 1] [--seed 1] [--only restart]`. With `--from COMMIT` the nodes begin with the server of that commit,
 * and are upgraded one after the other, with people on both. With `--disk 400` the database has a disk of so many megabytes
 * (only root may mount one), and it is full for a while.
 * It fails where something is lost, and where copies are not equal again in time.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '40' },
    pace: { type: 'string', default: '500' },
    away: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    from: { type: 'string' },
    disk: { type: 'string' },
  },
});
const away = Number(values.away) * 1_000;
const program = values.from === undefined ? undefined : await bundleServerOf(values.from);
const upgrade: Record<string, Fault> = {};
if (program) {
  const today = await bundleServer();
  Object.assign(upgrade, {
    'nothing happens to the release before': nothing,
    'the first node upgraded': nodeUpgraded(0, today),
    'two releases, Redis killed for 2 s': redisKilled(2_000),
    'two releases, PostgreSQL restarted': postgresRestarted,
    'two releases, the newer killed': nodeKilled(0),
    'the second node upgraded': nodeUpgraded(1, today),
  });
}
const faults: Record<string, Fault> = {
  ...upgrade,
  'nothing happens': nothing,
  ...(values.disk && {
    'the disk full': diskFull(3_000),
    'the disk full, twice': inTurn(diskFull(0), diskFull(0)),
  }),
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
  ...(program && { program }),
  ...(values.disk && { diskMegabytes: Number(values.disk) }),
});
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const [name, fault] of Object.entries(faults)) {
    if (!name.includes(values.only)) continue;
    const took = await story.through(fault);
    if (took > EQUAL_WITHIN) process.exitCode = 1;
    console.log(`${name}: equal ${Math.round(took)} ms after; ${story.crowd.acknowledged()} acknowledged`);
  }
}
if (story.comingBack.some((back) => back > BACK_WITHIN)) process.exitCode = 1;
console.log(`95 in 100 back ${story.comingBack.join(', ')} ms after each restart`);
await story.end();
