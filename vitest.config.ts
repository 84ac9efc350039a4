import { defineConfig } from 'vitest/config';

/** Everything but the browsers: pure rules, the server, both databases, the simulation. */
export default defineConfig({
  test: {
    include: ['tests/{domain,server,contract,simulation}/**/*.test.ts'],
    globalSetup: 'tests/support/global-setup.ts',
    environment: 'node',
    globals: false,
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // How long a named condition may take to come true: generous, for a machine that does other things too.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default'],
  },
});
