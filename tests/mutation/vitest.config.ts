import { defineConfig } from 'vitest/config';

/** They read the sources as text, which Stryker rewrites. */
const ABOUT_TEXT = [
  'documented',
  'glossary',
  'import-walls',
  'lockfile-floors',
  'page-links',
  'patterns',
  'plain-code',
  'plain-words',
  'security-doc',
  'spec',
  'type-scale',
];

/** The tests of the rules alone, or those that were asked for. */
export default defineConfig({
  test: {
    include: process.env.PARLEY_MUTATION_TESTS?.split(' ') ?? ['tests/domain/**/*.test.ts'],
    exclude: ABOUT_TEXT.map((name) => `tests/domain/${name}.test.ts`),
    environment: 'node',
    isolate: false,
    testTimeout: 60_000,
  },
});
