/** An answer to a statement, as a number: agree 1, disagree −1, pass 0. */
export type Opinion = 1 | 0 | -1;

/** People's answers: each person's last answer to each statement; `null` for none. */
export interface Opinions {
  /** In the order in which they first answered. */
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** By participant, then by statement. */
  readonly answers: readonly (readonly (Opinion | null)[])[];
  /** Statements that are no opinion, or were rejected: they don't distinguish people. */
  readonly leftOut: ReadonlySet<string>;
}

/** How many statements a person answered. */
export function answerCount(answers: readonly (Opinion | null)[]): number {
  return answers.reduce<number>((count, answer) => (answer === null ? count : count + 1), 0);
}

/** How many of some people agreed, disagreed and answered at all, for each statement. */
export interface Count {
  readonly agree: number;
  readonly disagree: number;
  readonly answered: number;
}

/** Counts the answers of these participants, given by index. */
export function countAnswers({ answers, statements }: Opinions, people: Iterable<number>): Count[] {
  const counts = statements.map(() => ({ agree: 0, disagree: 0, answered: 0 }));
  for (const person of people) {
    for (const [statement, answer] of (answers[person] ?? []).entries()) {
      const count = counts[statement];
      if (answer === null || !count) continue;
      count.answered += 1;
      if (answer === 1) count.agree += 1;
      if (answer === -1) count.disagree += 1;
    }
  }
  return counts;
}
