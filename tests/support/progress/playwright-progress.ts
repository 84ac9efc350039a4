import { relative } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { RunProgress } from './run-progress.ts';

/** Playwright's reporter in `npm test`; see `RunProgress`. */
export default class PlaywrightProgress implements Reporter {
  readonly #progress = new RunProgress('stories in browsers');

  onBegin(_: FullConfig, suite: Suite): void {
    this.#progress.begin(suite.allTests().length);
  }

  onTestEnd(test: TestCase, { status, duration }: TestResult): void {
    const place = `${relative(process.cwd(), test.location.file)}:${test.location.line}`;
    this.#progress.ended({
      name: `${place} › ${test.title}`,
      // No story is skipped on purpose: one that did not run has failed.
      passed: status === 'passed',
      seconds: duration / 1_000,
      again: `npx playwright test ${place}`,
      errors: test.results.flatMap(({ errors }) => errors.map(saidOf)),
    });
    this.#progress.step();
  }

  /** An error of the run outside of its tests. */
  onError(error: TestError): void {
    this.#progress.ended({
      name: 'the run in browsers',
      passed: false,
      seconds: 0,
      again: 'npm run test:e2e',
      errors: [saidOf(error)],
    });
  }

  onEnd(): void {
    this.#progress.end();
  }
}

function saidOf({ message = '', value = '', snippet = '' }: TestError): string {
  return [message || value, snippet].join('\n');
}
