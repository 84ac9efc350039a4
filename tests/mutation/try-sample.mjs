import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { drawSample, nameOf, SAMPLE_FILE } from './sample.mjs';

const STRYKER = 'tests/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';

// `node tests/mutation/try-sample.mjs 200 seed files`: makes drawn changes of these files, and prints how many were noticed, and the others.
const [count, seed, ...files] = process.argv.slice(2);
const { of, names, ranges } = await drawSample(files, Number(count), seed);
mkdirSync('.stryker-tmp', { recursive: true });
writeFileSync(SAMPLE_FILE, JSON.stringify(names));
const { status } = spawnSync(
  process.execPath,
  [STRYKER, 'run', 'tests/mutation/stryker.config.mjs', '--mutate', ranges.join(',')],
  { stdio: 'inherit', env: { ...process.env, PARLEY_MUTATION_SAMPLE: '1' } },
);
if (status !== 0) process.exit(status ?? 1);
const tried = drawnIn(JSON.parse(readFileSync('.stryker-tmp/mutation.json', 'utf8')));
const unnoticed = tried.filter((one) => !['Killed', 'Timeout'].includes(one.status));
for (const one of unnoticed) process.stdout.write(`${one.status} ${one.name}\n`);
process.stdout.write(
  `${tried.length - unnoticed.length} of ${tried.length} drawn changes were noticed; there are ${of}\n`,
);

/** The drawn changes of a report, which counts lines and columns from one, less those that Stryker leaves out or that stop it. */
function drawnIn(report) {
  const drawn = new Set(names);
  const untried = ['Ignored', 'RuntimeError'];
  const counted = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  return Object.entries(report.files).flatMap(([file, { mutants }]) =>
    mutants.flatMap((mutant) => {
      const { start, end } = mutant.location;
      const location = { start: counted(start), end: counted(end) };
      const name = nameOf({ ...mutant, fileName: resolve(file), location });
      return drawn.has(name) && !untried.includes(mutant.status) ? { name, status: mutant.status } : [];
    }),
  );
}
