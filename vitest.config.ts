import { defineConfig } from 'vitest/config';
import { howMany } from './tests/support/how-many.ts';
import { WASM_FLAGS } from './tests/support/node-flags.ts';
import { PageTestsLast } from './tests/support/page-tests-last.ts';

/** Everything but the browsers: pure rules, the simulation, the server, both databases. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Killing databases and nodes takes half a minute and more: only `npm run test:all` does it.
    exclude: howMany(1, 0) ? ['**/*.long.test.ts', '**/node_modules/**'] : ['**/node_modules/**'],
    include: ['tests/{board,contract,domain,project,server,simulation}/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/global-setup.ts',
    setupFiles: 'tests/support/tidy-page.ts',
    environment: 'node',
    pool: 'forks',
    execArgv: WASM_FLAGS,
    // Tests wait for databases and processes: a third one uses what two leave of two cores.
    maxWorkers: 3,
    // Loading the server again for each file would be a third of the run. So no file may leave anything behind.
    isolate: false,
    sequence: { sequencer: PageTestsLast },
    allowOnly: false,
    passWithNoTests: false,
    // A written result that is missing fails; `-u` writes it.
    update: 'none',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // How long a named condition may take to come true: generous, for a machine that does other things too.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default'],
  },
});
