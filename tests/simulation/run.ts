import { parseArgs } from 'node:util';
import { runSeed } from './run-seed.ts';

/** Runs many seeds by hand: `npx tsx tests/simulation/run.ts --seeds 20000 [--from 1] [--steps 200]`. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string' },
  },
});
const from = Number(values.from);
const totals: Record<string, number> = {};
const failing: number[] = [];
const started = performance.now();
for (let seed = from; seed < from + Number(values.seeds); seed += 1) {
  try {
    const happened = await runSeed(seed, values.steps ? Number(values.steps) : undefined);
    for (const [what, times] of Object.entries(happened)) totals[what] = (totals[what] ?? 0) + times;
  } catch (error) {
    failing.push(seed);
    console.error(`seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    if (failing.length >= 5) break;
  }
}
console.table(Object.fromEntries(Object.entries(totals).sort()));
console.log(`${Math.round(performance.now() - started)} ms; failing seeds: ${failing.join(', ') || 'none'}`);
process.exitCode = failing.length > 0 ? 1 : 0;
