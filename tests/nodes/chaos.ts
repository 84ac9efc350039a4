import { parseArgs } from 'node:util';
import { Random } from '../simulation/random.ts';
import { DEATHS } from '../support/die-at.ts';
import * as fault from './faults.ts';
import { Story } from './story.ts';

/** Things that may happen, drawn by a seed: their name, and what happens. */
interface Happening {
  readonly name: string;
  readonly happen: fault.Fault;
}

/** Rounds of one installation: each starts on an empty database. */
const ROUNDS = 8;
const PEOPLE = 16;
const HOUR = 3_600_000;
/** Milliseconds in which all copies are equal again, on a machine that does other things too. */
const EQUAL_WITHIN = 15_000;
/** Bytes a node may hold more, after garbage was collected, than when its people had come in. */
const MEMORY = 64 * 2 ** 20;

/** Every kind of thing that happens, with its figures drawn. */
function drawn(random: Random, nodes: number): Happening {
  const index = random.below(nodes);
  const node = `node ${index + 1}`;
  const time = 500 + random.below(4_500);
  const place = random.pick(DEATHS) ?? DEATHS[0];
  const harm = {
    doubled: random.next() / 3,
    swapped: random.next() / 3,
    cut: random.next() / 50,
    unanswered: random.next() / 20,
    late: random.below(300),
  };
  const all: Happening[] = [
    { name: `Redis killed for ${time} ms`, happen: fault.redisKilled(time) },
    { name: `Redis deaf for ${time} ms`, happen: fault.redisDeaf(time) },
    { name: 'Redis flushed', happen: fault.redisFlushed },
    { name: `${node} cut off from Redis for ${time} ms`, happen: fault.nodeWithoutRedis(index, time) },
    { name: `${node} killed`, happen: fault.nodeKilled(index) },
    { name: `${node} killed ${place}`, happen: fault.nodeDies(index, place) },
    { name: `${node} killed in a transaction`, happen: fault.nodeDiesInTransaction(index) },
    { name: 'PostgreSQL killed', happen: fault.postgresRestarted },
    { name: 'PostgreSQL killed six times', happen: fault.postgresStopped(6) },
    { name: `PostgreSQL hangs for ${time} ms`, happen: fault.postgresHangs(time) },
    { name: 'a rolling restart', happen: fault.rollingRestart },
    { name: `packets harmed for ${2 * time} ms`, happen: fault.packetsHarmed(harm, 2 * time) },
    { name: `every connection held for ${time} ms`, happen: fault.packetsHarmed({ held: true }, time) },
    { name: `${node}'s clock jumps an hour`, happen: fault.clockJumps(index, HOUR) },
    { name: 'pages loaded again', happen: fault.pagesReloaded(1 + random.below(PEOPLE)) },
    { name: `a reader deaf for ${time} ms`, happen: fault.deafReader(index, time) },
    { name: 'nonsense sent', happen: fault.nonsenseSent },
    { name: `someone banned through ${node}`, happen: fault.banned(index) },
  ];
  return random.pick(all) ?? { name: 'nothing', happen: fault.nothing };
}

/** One thing, or harmed packets beside it. */
function roundOf(random: Random, nodes: number): Happening {
  const one = drawn(random, nodes);
  if (!random.chance(0.4) || /packets|connection|banned/.test(one.name)) return one;
  const harm = { doubled: 0.1, swapped: 0.1, unanswered: 0.02, late: 100 };
  const both = fault.together(one.happen, fault.packetsHarmed(harm, 4_000));
  return { name: `${one.name}, packets harmed beside it`, happen: both };
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});
const random = new Random(Number(values.seed));
const ends = performance.now() + Number(values.minutes) * 60_000;
const happened = new Map<string, number>();
const harmed = new Map<string, number>();
const findings: string[] = [];
let [rounds, acknowledged, slowest, most] = [0, 0, 0, 0];

/** A few rounds on one installation; the plan of each comes of the seed alone. */
async function installation(nth: number): Promise<void> {
  const nodes = 2 + random.below(3);
  const plan = Array.from({ length: ROUNDS }, () => roundOf(random, nodes));
  console.log(`installation ${nth}: ${nodes} nodes, ${PEOPLE} people`);
  const story = await Story.begin({ people: PEOPLE, pace: 400, seed: Number(values.seed) + nth, nodes });
  const began = await memoryOf(story);
  let now = '';
  try {
    for (const { name, happen } of plan) {
      if (performance.now() > ends) break;
      now = name;
      const took = Math.round(await story.through(happen));
      const memory = (await memoryOf(story)) - began;
      rounds += 1;
      slowest = Math.max(slowest, took);
      most = Math.max(most, memory);
      const kind = name.replace(/\d+/g, 'N');
      happened.set(kind, (happened.get(kind) ?? 0) + 1);
      console.log(`  ${name}: equal after ${took} ms, ${story.crowd.acknowledged()} acknowledged`);
      if (took > EQUAL_WITHIN) findings.push(`installation ${nth}, ${name}: equal after ${took} ms`);
      if (memory > MEMORY) findings.push(`installation ${nth}, ${name}: ${memory} bytes more`);
    }
  } catch (error) {
    findings.push(`installation ${nth}, ${now}: ${error instanceof Error ? error.stack : error}`);
    console.log(`  ${findings.at(-1)}`);
  } finally {
    acknowledged += story.crowd.acknowledged();
    for (const [harm, times] of story.cluster.balancer.harmed)
      harmed.set(harm, (harmed.get(harm) ?? 0) + times);
    await story.end();
  }
}

/** Bytes held by the node that holds most. */
async function memoryOf(story: Story): Promise<number> {
  const all = Array.from({ length: story.cluster.size }, (_, index) => story.ask(index, '/memory'));
  return Math.max(...(await Promise.all(all)).map(Number));
}

for (let nth = 1; performance.now() < ends; nth += 1) await installation(nth);
console.log(`\nseed ${values.seed}: ${rounds} rounds, ${acknowledged} operations acknowledged`);
console.log(`all equal ${slowest} ms after a round at most; ${Math.round(most / 2 ** 20)} MB more at most`);
console.log(`packets: ${[...harmed].map(([harm, times]) => `${times} ${harm}`).join(', ')}`);
for (const [kind, times] of [...happened].sort()) console.log(`  ${times} × ${kind}`);
console.log(findings.length === 0 ? 'nothing found' : `${findings.length} found:\n${findings.join('\n')}`);
process.exit(findings.length === 0 ? 0 : 1);
