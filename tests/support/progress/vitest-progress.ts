import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { RunProgress } from './run-progress.ts';

/** Vitest's reporter in `npm test`; see `RunProgress`. */
export default class VitestProgress implements Reporter {
  readonly #progress = new RunProgress('files of rules and server');

  onTestRunStart(files: readonly unknown[]): void {
    this.#progress.begin(files.length);
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    const file = pathOf(test.module);
    this.#progress.ended({
      name: `${file} › ${test.fullName}`,
      // No test is skipped on purpose: one that did not run has failed.
      passed: state === 'passed',
      seconds: (test.diagnostic()?.duration ?? 0) / 1_000,
      again: `npx vitest run ${file} -t ${quoted(test.fullName.replaceAll(' > ', ' '))}`,
      errors: errors.map(({ message, diff, stack }) => [message, diff, stack].filter(Boolean).join('\n')),
    });
  }

  onTestModuleEnd(module: TestModule): void {
    const file = pathOf(module);
    // An error of a file outside of its tests: it does not load, or cannot clean up.
    for (const { message, stack = '' } of module.errors())
      this.#progress.ended({
        name: file,
        passed: false,
        seconds: 0,
        again: `npx vitest run ${file}`,
        errors: [`${message}\n${stack}`],
      });
    this.#progress.step();
  }

  onTestRunEnd(): void {
    this.#progress.end();
  }
}

function pathOf({ moduleId }: TestModule): string {
  return relative(process.cwd(), moduleId);
}

/** For a shell, and for Vitest, which reads a name as a pattern. */
function quoted(name: string): string {
  return `'${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll("'", '.')}'`;
}
