import { LIMITS } from '../engine/limits.ts';
import { type Rejection, toRejection } from '../engine/rejections.ts';
import { nameProblem } from '../texts/wording.ts';
import type { Answerable, PollChoice, PollForm } from './poll-form.ts';

/** A number with 12 significant digits: so many are free of the error of binary fractions. 0.30000000000000004 is 0.3. */
export function inTwelveDigits(value: number): number {
  return Number(value.toPrecision(12));
}

/** An answer as it is stored: a text without spaces around it, a number with 12 significant digits. */
export function tidyChoice(choice: PollChoice): PollChoice {
  if (typeof choice === 'number') return inTwelveDigits(choice);
  return typeof choice === 'string' ? choice.trim() : choice;
}

/** The reason why an answer doesn't fit the poll; null: it does. */
export function choiceProblem({ options, form }: Answerable, choice: PollChoice): Rejection | null {
  switch (form?.type) {
    case 'text':
      return typeof choice === 'string' ? lineProblem(choice) : toRejection('invalid');
    case 'number':
      return typeof choice === 'number' ? guessProblem(form, choice) : toRejection('invalid');
    case undefined:
      return indexProblem(choice, options.length);
    case 'scale':
      return indexProblem(choice, form.steps);
    case 'several':
    case 'ranking':
    case 'points':
      return isList(choice) ? listProblem(form, choice, options.length) : toRejection('invalid');
  }
}

function indexProblem(choice: PollChoice, size: number): Rejection | null {
  if (typeof choice !== 'number' || !Number.isInteger(choice) || choice < 0) return toRejection('invalid');
  return choice < size ? null : toRejection('unknown_option');
}

/** Characters that end a line or leave a gap in it. */
const BREAKS = /[\t\n\u0085\u2028\u2029]/u;
/** Marks on one letter; no script has so many, and they cover the lines around. */
const STACK = /\p{M}{8}/u;

function lineProblem(text: string): Rejection | null {
  if (BREAKS.test(text)) return toRejection('invalid');
  return (
    nameProblem(text, LIMITS.pollAnswerCharacters) ??
    (STACK.test(text) ? toRejection('text_malformed') : null)
  );
}

/** The reason why a number doesn't fit the bounds of a poll; null: it does. */
export function guessProblem(
  { min, max }: Extract<PollForm, { type: 'number' }>,
  guess: number,
): Rejection | null {
  const isWithin = (min === null || guess >= min) && (max === null || guess <= max);
  return isWithin ? null : toRejection('number_out_of_bounds');
}

function listProblem(
  form: Extract<PollForm, { type: 'several' | 'ranking' | 'points' }>,
  choice: readonly number[],
  size: number,
): Rejection | null {
  if (form.type === 'points') {
    const spent = choice.reduce((sum, points) => sum + points, 0);
    if (choice.length !== size || spent === 0) return toRejection('invalid');
    return spent > form.budget ? toRejection('over_budget', form.budget) : null;
  }
  if (choice.length === 0 || new Set(choice).size < choice.length) return toRejection('invalid');
  if (choice.some((option) => option >= size)) return toRejection('unknown_option');
  if (form.type === 'ranking') return null;
  // In one order: the same answer is the same list.
  if (choice.some((option, at) => at > 0 && option < (choice[at - 1] ?? 0))) return toRejection('invalid');
  return choice.length > form.most ? toRejection('too_many_options', form.most) : null;
}

/** True for an answer that lists options or points. */
export function isList(choice: PollChoice): choice is readonly number[] {
  return typeof choice === 'object';
}

/** True if two answers are the same; null: none. */
export function isSameChoice(one: PollChoice | null, other: PollChoice | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The counts of a poll that nobody has answered. */
export function zeroCounts(poll: Answerable): number[] {
  return Array.from({ length: lengthOfCounts(poll) }, () => 0);
}

function lengthOfCounts({ options, form }: Answerable): number {
  if (form?.type === 'scale') return form.steps;
  return form?.type === 'text' || form?.type === 'number' ? 0 : options.length;
}

/**
 * Each count that one answer adds to those of its poll: one person for an option or a step, points, or, in a ranking, the options that it
 * stands above (Borda's count): those left out stand below all others. Texts and numbers aren't counted one by one.
 */
export function countChoice(poll: Answerable, choice: PollChoice | null): readonly number[] {
  const counts = zeroCounts(poll);
  if (choice === null || counts.length === 0) return counts;
  if (!isList(choice)) return counts.map((_, at) => (at === choice ? 1 : 0));
  switch (poll.form?.type) {
    case 'points':
      return counts.map((_, at) => choice[at] ?? 0);
    case 'ranking':
      for (const [place, option] of choice.entries())
        if (option < counts.length) counts[option] = counts.length - 1 - place;
      return counts;
    default:
      return counts.map((_, at) => (choice.includes(at) ? 1 : 0));
  }
}
