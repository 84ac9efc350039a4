import { generateClient } from './generate-client.mjs';
import { generatePageTypes } from './generate-page-types.mjs';
import { install } from './install.mjs';
import { exitCodeOf, main } from './run.mjs';
import { say } from './step.mjs';

const checks = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '--project', '.']],
  ['unused code', ['node_modules/knip/bin/knip.js']],
  ['import walls', ['node_modules/vitest/vitest.mjs', 'run', 'tests/project/import-walls.test.ts']],
];

// `npm run check`: runs every check, even after one has failed, and names those that did.
await main(async () => {
  await install();
  await generateClient();
  await generatePageTypes();
  const failed = [];
  for (const [name, command] of checks) {
    if ((await exitCodeOf(process.execPath, command, { quiet: true })) !== 0) failed.push(name);
  }
  say(failed.length === 0 ? 'every check passed' : `failed: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
