import { readFileSync } from 'node:fs';

/** Adds up the results of several test runs: how many passed, how many failed, and the names of those that did. */
export function sum(results) {
  return results.reduce(
    (total, { passed, failed, names = [], shaky = [] }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      names: [...total.names, ...names],
      shaky: [...total.shaky, ...shaky],
    }),
    { passed: 0, failed: 0, names: [], shaky: [] },
  );
}

/** What failed, and what passed only when tried again: said once more at the end, for in a long output nobody finds it. */
export function failedLines({ names, shaky }) {
  const line = (word) => (name) => `${word}: ${name.slice(0, 1000)}\n`;
  return [...shaky.map(line('shaky')), ...names.map(line('failed'))].join('');
}

/** The line every run of tests ends with. */
export function resultLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Reads Vitest's JSON report. */
export function vitestResults(reportFile, exitCode) {
  const report = readReport(reportFile);
  const passed = report?.numPassedTests ?? 0;
  const names = (report?.testResults ?? []).flatMap((file) => [
    // A file that does not load names no test.
    ...(file.status === 'failed' && file.assertionResults.length === 0
      ? [`${file.name}: ${file.message}`]
      : []),
    ...file.assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => [`${file.name} › ${test.fullName}`, ...test.failureMessages.slice(0, 1)].join('\n')),
  ]);
  // No test of ours is skipped on purpose: one that did not run is one that failed.
  return withExitCode(passed, (report?.numTotalTests ?? 0) - passed, exitCode, names);
}

/** Reads Playwright's JSON report. What passed when it was tried again has passed, and is named. */
export function playwrightResults(reportFile, exitCode) {
  const report = readReport(reportFile);
  const stats = report?.stats;
  const specs = (report?.suites ?? []).flatMap(specsIn);
  const named = (status) =>
    specs.filter(({ tests }) => tests.some((test) => test.status === status)).map(specName);
  const flaky = stats?.flaky ?? 0;
  const failed = (stats?.unexpected ?? 0) + (stats?.skipped ?? 0);
  return {
    ...withExitCode((stats?.expected ?? 0) + flaky, failed, exitCode, named('unexpected')),
    shaky: named('flaky'),
  };
}

function specsIn(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];
}

function specName({ file, title, tests }) {
  const error = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0];
  return [`${file} › ${title}`, ...(error?.message ? [error.message] : [])].join('\n');
}

/** A run that ended badly without naming a failed test (a file that does not load, a crash) counts as one failure. */
function withExitCode(passed, failed, exitCode, names) {
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1), names };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
