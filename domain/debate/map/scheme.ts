/**
 * Kinds of argument, by the number of their critical questions. After D. Walton, C. Reed and F. Macagno, “Argumentation Schemes”
 * (2008), chapter 9, shortened to what a class can use. Their words are in `domain/formats/scheme-words.ts`.
 */
export const CRITICAL_QUESTIONS = {
  expert_opinion: 5,
  popular_opinion: 3,
  example: 3,
  analogy: 4,
  precedent: 3,
  cause: 4,
  sign: 3,
  consequences: 4,
  practical_reasoning: 5,
  values: 4,
} as const;

export type Scheme = keyof typeof CRITICAL_QUESTIONS;

/** In the order in which they are offered. */
export const SCHEMES = Object.keys(CRITICAL_QUESTIONS) as [Scheme, ...Scheme[]];

/** Of all schemes, the most questions. */
export const MOST_QUESTIONS = Math.max(...Object.values(CRITICAL_QUESTIONS));

/** The scheme of an argument and the questions about it that are answered, as numbers from 1; parts of a link. */
export interface Schemed {
  readonly scheme?: Scheme;
  readonly answeredQuestions?: readonly number[];
}

/** Answered questions as they are kept: those that the scheme has, once each and in order; empty without a scheme. */
export function soundAnswers({ scheme, answeredQuestions = [] }: Schemed): readonly number[] {
  const known = scheme === undefined ? 0 : CRITICAL_QUESTIONS[scheme];
  return [...new Set(answeredQuestions)].filter((question) => question <= known).sort((a, b) => a - b);
}

/** The critical questions that nobody has marked as answered, as numbers from 1; none without a scheme. */
export function openCriticalQuestions({ scheme, answeredQuestions = [] }: Schemed): readonly number[] {
  if (scheme === undefined) return [];
  const all = Array.from({ length: CRITICAL_QUESTIONS[scheme] }, (_, at) => at + 1);
  return all.filter((question) => !answeredQuestions.includes(question));
}
