import { defineConfig } from 'vitest/config';

/** The tests of the rules alone, or those that were asked for. */
export default defineConfig({
  test: {
    include: process.env.PARLEY_MUTATION_TESTS?.split(' ') ?? ['tests/domain/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    testTimeout: 60_000,
  },
});
