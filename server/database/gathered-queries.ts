import { DatabaseUnavailable } from './database-unavailable.ts';

/** Queries under way at once; what is asked meanwhile waits for the next. */
const UNDER_WAY = 4;
/** Most questions of one query. */
const MOST = 200;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks the database about many at once. While few queries are under way, a question is asked at once, or as soon as `gather` has let others
 * join it; the rest share the next query. When a lecture hall arrives, each person's own statements took half of the time of their join. A
 * query that fails is repeated for each question alone, so that nobody gets another's error; but not while the database does not answer.
 */
export class GatheredQueries<Question, Answer> {
  readonly #ask: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly #gather: (() => Promise<unknown>) | undefined;
  readonly #waiting: Waiting<Question, Answer>[] = [];
  #underWay = 0;

  /** `ask` returns an answer to each question, in their order. `gather`: what even the first question waits for, so that others join it. */
  constructor(
    ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
    gather?: () => Promise<unknown>,
  ) {
    this.#ask = ask;
    this.#gather = gather;
  }

  /** The answer of a query that begins after this call. */
  answer(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (this.#underWay < UNDER_WAY) void this.#next();
    });
  }

  async #next(): Promise<void> {
    this.#underWay += 1;
    if (this.#gather) await this.#gather();
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, MOST));
    this.#underWay -= 1;
  }

  async #settle(asked: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.#ask(asked.map(({ question }) => question));
      for (const [index, { resolve }] of asked.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      const isForAll = asked.length === 1 || (error instanceof DatabaseUnavailable && !error.hasAnswered);
      if (isForAll) for (const { reject } of asked) reject(error);
      else await Promise.all(asked.map((one) => this.#settle([one])));
    }
  }
}
