import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { failure, readOutcomes, summary } from './outcomes.mjs';
import { exitCodeOf, main } from './run.mjs';
import { say, seconds } from './step.mjs';

/** `npm test`: rules, server, and one browser story per capability. `all`: also the other stories and the long forms. */
const all = process.argv[2] === 'all';

// Works in a fresh clone. The last line counts passed and failed tests.
await main(async () => {
  const began = performance.now();
  await install();
  await generateClient();
  const folder = mkdtempSync(join(tmpdir(), 'parley-outcomes-'));
  // The tests of rules and server leave a core idle at times: the build uses it.
  const [rules, built] = await Promise.all([runRules(folder), buildPages()]);
  const outcomes = [...rules, ...(built ?? (await runStories(folder)))];
  rmSync(folder, { recursive: true, force: true });
  say(`tested in ${seconds(performance.now() - began)}`);
  process.stdout.write(summary(outcomes));
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
});

function runRules(folder) {
  say('testing the rules and the server');
  const reporter = '--reporter=./tests/support/progress/vitest-progress.ts';
  return runPart(join(folder, 'rules.json'), 'the rules and the server', [
    'node_modules/vitest/vitest.mjs',
    'run',
    reporter,
  ]);
}

/** Returns the failure of the build, or null. */
async function buildPages() {
  try {
    await build();
    return null;
  } catch (error) {
    return [failure('the build', error.message, 'npm run build')];
  }
}

function runStories(folder) {
  say(all ? 'testing all stories in browsers' : 'testing a story of each capability in browsers');
  const command = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--reporter=./tests/support/progress/playwright-progress.ts',
    ...(all ? [] : ['--grep=@quick']),
  ];
  return runPart(join(folder, 'stories.json'), 'the stories in browsers', command);
}

async function runPart(file, part, command) {
  const env = { PARLEY_TEST_OUTCOMES: file, PARLEY_TESTS: all ? 'all' : 'quick' };
  return readOutcomes(file, part, await exitCodeOf(process.execPath, command, { env }));
}
