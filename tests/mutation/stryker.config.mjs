/** With `--sample`: other changes in the places of the drawn ones are passed over. */
const sampled = {
  plugins: ['@stryker-mutator/*', new URL('sample-checker.mjs', import.meta.url).pathname],
  checkers: ['sample'],
};

/** `npm run test:mutation`: see `docs/testing.md`. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  // Most strings are words of a closed set: another one does not compile.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  // A change in what a module computes when it is loaded would run every test again.
  ignoreStatic: true,
  ignorePatterns: ['.next', 'data', 'dist', 'docs/pictures', 'tests/mutation/node_modules'],
  // Stryker would rewrite it for the sandbox with a TypeScript that has an API in JavaScript.
  tsconfigFile: 'none.json',
  allowConsoleColors: false,
  concurrency: 2,
  // A change counts as noticed when its tests take too long: not because the machine has other work.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.stryker-tmp/mutation.json' },
  tempDirName: '.stryker-tmp',
  ...(process.env.PARLEY_MUTATION_SAMPLE && sampled),
};
