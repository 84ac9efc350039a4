import { readFileSync } from 'node:fs';

/** Adds up the results of several test runs: how many passed, how many failed, and the names of those that did. */
export function sum(results) {
  return results.reduce(
    (total, { passed, failed, names = [] }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      names: [...total.names, ...names],
    }),
    { passed: 0, failed: 0, names: [] },
  );
}

/** What failed, a line each: said again at the end, for in a long output nobody finds it. */
export function failedLines({ names }) {
  return names.map((name) => `failed: ${name.slice(0, 1000)}\n`).join('');
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

/** Reads Playwright's JSON report. */
export function playwrightResults(reportFile, exitCode) {
  const report = readReport(reportFile);
  const stats = report?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0);
  const names = (report?.suites ?? []).flatMap(specsIn).flatMap((spec) => (spec.ok ? [] : [specName(spec)]));
  return withExitCode(stats?.expected ?? 0, failed, exitCode, names);
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
