import { readFileSync } from 'node:fs';

/** Number of slowest tests in the summary. */
const SLOWEST = 10;

/**
 * Reads the outcomes that a part of the tests wrote (see `tests/support/progress`). A part that failed without a failed test
 * (a crash, an unwritable file) counts as one failure.
 */
export function readOutcomes(file, part, exitCode) {
  let outcomes = [];
  try {
    outcomes = JSON.parse(readFileSync(file, 'utf8'));
  } catch {}
  const isConclusive = exitCode === 0 || outcomes.some(({ passed }) => !passed);
  return outcomes.length > 0 && isConclusive
    ? outcomes
    : [...outcomes, failure(part, `It ended with code ${exitCode}.`, null)];
}

/** A failure outside any test. `again`: the command that repeats it, if there is one. */
export function failure(name, error, again) {
  return { name, passed: false, seconds: 0, again, errors: [error] };
}

/** The summary of a run: the slowest tests, then the failures and how to repeat them, then the counts. */
export function summary(outcomes) {
  const failed = outcomes.filter(({ passed }) => !passed);
  const slowest = [...outcomes].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return [
    'The slowest:',
    ...slowest.map(({ seconds, name }) => `  ${seconds.toFixed(1).padStart(6)} s  ${name}`),
    ...failed.flatMap(({ name, errors, again }) => [
      '',
      `failed: ${name}`,
      ...errors.flatMap((error) => error.slice(0, 4_000).split('\n')).map((line) => `  ${line}`),
      ...(again ? [`  again: ${again}`] : []),
    ]),
    `${outcomes.length - failed.length} passed, ${failed.length} failed`,
    '',
  ].join('\n');
}
