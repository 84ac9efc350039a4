import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** The result of one test, in the form that all parts of `npm test` share. */
export interface TestOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** The command that runs it again. */
  readonly again: string;
  /** The error message to print. */
  readonly errors: readonly string[];
}

/** Names the environment variable with the path of the file that a part of the run writes its outcomes to. */
const OUTCOMES_FILE = 'PARLEY_TEST_OUTCOMES';

/** Milliseconds between two lines that say how far it is. */
const EVERY = 10_000;

/** Says how far a part of the tests is, names what fails at once, and keeps all outcomes for the end. */
export class RunProgress {
  readonly #unit: string;
  readonly #outcomes: TestOutcome[] = [];
  readonly #began = performance.now();
  #said = this.#began;
  #total = 0;
  #done = 0;

  /** `unit`: what is counted, such as “stories”. */
  constructor(unit: string) {
    this.#unit = unit;
  }

  begin(total: number): void {
    this.#total = total;
  }

  ended(outcome: TestOutcome): void {
    this.#outcomes.push({ ...outcome, errors: outcome.errors.map(stripVTControlCharacters) });
    if (!outcome.passed) say(`failed: ${outcome.name}`);
  }

  /** One of what is counted is over. */
  step(): void {
    this.#done += 1;
    const now = performance.now();
    if (now - this.#said < EVERY && this.#done < this.#total) return;
    this.#said = now;
    const failed = this.#outcomes.filter(({ passed }) => !passed).length;
    const left = ((now - this.#began) / this.#done) * (this.#total - this.#done);
    say(
      `${this.#done} of ${this.#total} ${this.#unit}, ${failed} failed, about ${Math.round(left / 1_000)} s left`,
    );
  }

  end(): void {
    const file = process.env[OUTCOMES_FILE];
    if (file !== undefined) writeFileSync(file, JSON.stringify(this.#outcomes));
  }
}

function say(line: string): void {
  process.stderr.write(`parley: ${line}\n`);
}
