import { foldText } from '../../words/fold-text.ts';

/** A word of an answer, as written and folded. */
export interface AnswerWord {
  readonly written: string;
  readonly folded: string;
}

interface Answer {
  readonly words: readonly AnswerWord[];
  /** The folded words as one text. */
  readonly wording: string;
}

/**
 * A word: letters and digits, with what joins digits (“1.5” isn't “1 5”), with a sign or a currency before a number (“−1” isn't “1”), and
 * with signs that belong to a name or a number before them (“C++” isn't “C”).
 */
const WORDS =
  /(?:(?<![-+−±<>≤≥\p{L}\p{N}\p{M}])[-+−±<>≤≥]+(?=\p{Sc}?\p{N}))?(?:\p{Sc}\s?(?=\p{N}))?[\p{L}\p{N}\p{M}]+(?:(?<=\p{N})[.,:/](?=\p{N})[\p{L}\p{N}\p{M}]+)*(?:[+#]+(?![\p{L}\p{N}\p{M}])|(?<=\p{N})\s?(?:[%‰°]|\p{Sc}))?/gu;

/** Words of answers that were seen, for some thousands of them: the same answers are gathered again and again. */
const seen = new Map<string, Answer>();
const REMEMBERED = 20_000;

function answerOf(text: string): Answer {
  const known = seen.get(text);
  if (known) return known;
  const words = (text.match(WORDS) ?? [text]).map((written) => ({ written, folded: fold(written) }));
  const answer = { words, wording: words.map(({ folded }) => folded).join(' ') };
  if (seen.size >= REMEMBERED) seen.clear();
  seen.set(text, answer);
  return answer;
}

/** The words of an answer; one without words is its own. */
export function wordsOfAnswer(text: string): readonly AnswerWord[] {
  return answerOf(text).words;
}

function fold(written: string): string {
  return foldText(written.replace(/\s/gu, '').replaceAll(',', '.').replaceAll('−', '-'));
}

/** The folded words of an answer, as one text: equal for answers with the same words. */
export function wordingOf(text: string): string {
  return answerOf(text).wording;
}

/** True if two answers have the same words, apart from case, accents and punctuation. */
export function hasSameWords(one: string, other: string): boolean {
  return wordingOf(one) === wordingOf(other);
}
