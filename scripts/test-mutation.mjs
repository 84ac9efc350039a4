import { existsSync } from 'node:fs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main, run } from './run.mjs';
import { step } from './step.mjs';

const HOME = 'tests/mutation';
const STRYKER = `${HOME}/node_modules/@stryker-mutator/core/bin/stryker.js`;
const CONFIG = `${HOME}/stryker.config.mjs`;

// `npm run test:mutation -- domain/path [test files]`: changes the sources of a folder or file in small ways, one at a time, and lists the
// changes that no test notices. Stryker is installed on the first use, apart from the other dependencies.
await main(async () => {
  const [path, ...tests] = process.argv.slice(2);
  if (path === undefined || !existsSync(path)) {
    process.stderr.write('Usage: npm run test:mutation -- domain/debate/votes [test files]\n');
    process.exit(1);
  }
  await install();
  await generateClient();
  if (!existsSync(STRYKER))
    await step('installing Stryker', 'installed', () =>
      // Without peer dependencies: the plugin then takes the project's own Vitest.
      run('npm', ['ci', '--prefix', HOME, '--legacy-peer-deps', '--no-audit', '--no-fund'], { quiet: true }),
    );
  const sources = path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`;
  await run(process.execPath, [STRYKER, 'run', CONFIG, '--mutate', sources], {
    env: tests.length > 0 ? { PARLEY_MUTATION_TESTS: tests.join(' ') } : {},
  });
});
