import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { main, run } from './run.mjs';
import { step } from './step.mjs';

const HOME = 'tests/mutation';
const STRYKER = `${HOME}/node_modules/@stryker-mutator/core/bin/stryker.js`;
const CONFIG = `${HOME}/stryker.config.mjs`;
const SAMPLE = `${HOME}/try-sample.mjs`;

// `npm run test:mutation -- domain/path [test files]`: changes the sources of a folder or file in small ways, one at a time, and lists the
// changes that no test notices; with `--sample 200`, as many drawn by `--seed`. Stryker is installed on the first use, apart from the other
// dependencies.
await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const [path, ...tests] = positionals;
  if (path === undefined || !existsSync(path)) {
    process.stderr.write(
      'Usage: npm run test:mutation -- domain/debate/votes [--sample 200] [--seed 1] [test files]\n',
    );
    process.exit(1);
  }
  await install();
  await generateClient();
  if (!existsSync(STRYKER))
    await step('installing Stryker', 'installed', () =>
      // Without peer dependencies: the plugin then takes the project's own Vitest.
      run('npm', ['ci', '--prefix', HOME, '--legacy-peer-deps', '--no-audit', '--no-fund'], { quiet: true }),
    );
  const isFile = path.endsWith('.ts');
  const env = tests.length > 0 ? { PARLEY_MUTATION_TESTS: tests.join(' ') } : {};
  const command =
    values.sample === undefined
      ? [STRYKER, 'run', CONFIG, '--mutate', isFile ? path : `${path.replace(/\/$/, '')}/**/*.ts`]
      : [SAMPLE, values.sample, values.seed, ...(isFile ? [path] : sourcesIn(path))];
  await run(process.execPath, command, { env });
});

function sourcesIn(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => join(folder, name));
}
