import { readFileSync } from 'node:fs';

/** Adds up the results of several test runs. */
export function sum(results) {
  return results.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** The line every run of tests ends with. */
export function resultLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Reads Vitest's JSON report. */
export function vitestResults(reportFile, exitCode) {
  const report = readReport(reportFile);
  const passed = report?.numPassedTests ?? 0;
  // No test of ours is skipped on purpose: one that did not run is one that failed.
  return withExitCode(passed, (report?.numTotalTests ?? 0) - passed, exitCode);
}

/** Reads Playwright's JSON report. */
export function playwrightResults(reportFile, exitCode) {
  const stats = readReport(reportFile)?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0);
  return withExitCode(stats?.expected ?? 0, failed, exitCode);
}

/** A run that ended badly without naming a failed test (a file that does not load, a crash) counts as one failure. */
function withExitCode(passed, failed, exitCode) {
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
