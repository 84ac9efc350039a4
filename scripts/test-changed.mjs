import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { fitting, touchedTests } from './nearest-tests.mjs';
import { exitCodeOf, main } from './run.mjs';
import { say } from './step.mjs';

/** Milliseconds of tests, with two files at a time: including loading them, less than a minute. */
const BUDGET = 50_000;

// `npm run test:changed`: the rules, components and server tests nearest to the uncommitted changes, as many as a minute takes.
await main(async () => {
  await install();
  await generateClient();
  const touched = touchedTests(changedFiles(), readSources());
  const chosen = fitting(touched, readDurations(), BUDGET);
  if (chosen.length > 0) {
    process.exitCode = await exitCodeOf(process.execPath, [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...chosen,
    ]);
  }
  say(`tested the nearest ${chosen.length} of ${touched.length} files that your change touches`);
  if (chosen.length < touched.length) say('"npm test" runs the others, too');
});

/** The files that differ from the last commit, new ones included. */
function changedFiles() {
  const git = (...parameters) =>
    execFileSync('git', parameters, { encoding: 'utf8' }).split('\n').filter(Boolean);
  return [
    ...git('diff', '--name-only', '--relative', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
}

function readSources() {
  const sources = new Map();
  for (const folder of ['app', 'domain', 'prisma', 'scripts', 'server', 'tests'])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).replaceAll('\\', '/');
      if (entry.isFile() && /\.(tsx?|mjs)$/.test(path)) sources.set(path, readFileSync(path, 'utf8'));
    }
  return sources;
}

/** How long each file took in Vitest's last run in this folder. */
function readDurations() {
  const durations = new Map();
  try {
    const folder = 'node_modules/.vite/vitest';
    for (const name of readdirSync(folder)) {
      const { results } = JSON.parse(readFileSync(join(folder, name, 'results.json'), 'utf8'));
      for (const [path, { duration }] of results) durations.set(path.replace(/^:/, ''), duration);
    }
  } catch {}
  return durations;
}
