import type { TextChange } from './text-change.ts';

/** A run of words that two texts have in common, or that only one of them has. */
export interface DiffRun {
  readonly kind: 'same' | 'taken' | 'put';
  readonly text: string;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The difference of two texts in words, in order: deleted words come before those inserted at their place. Words are what the script calls
 * so: Chinese, which writes no spaces, is also compared by words, and no emoji is split.
 */
export function wordDifference(before: string, after: string): DiffRun[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(was, is);
  const end = commonEnd(was.slice(start), is.slice(start));
  const middle = longestCommon(was.slice(start, was.length - end), is.slice(start, is.length - end));
  return joinRuns([
    ...is.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...middle,
    ...is.slice(is.length - end).map((text) => ({ kind: 'same', text }) as const),
  ]);
}

/**
 * The change from one text to another, word by word. Words of both stay as they are, and so do the first and the last letters of a word
 * that replaces another, if they are the same: otherwise the change would contain letters that others wrote.
 */
export function wordChange(before: string, after: string): TextChange {
  const change: (number | [number, ...string[]])[] = [];
  const keep = (length: number) => {
    const last = change.at(-1);
    if (typeof last === 'number') change[change.length - 1] = last + length;
    else if (length > 0) change.push(length);
  };
  const replace = (taken: string, put: string) => {
    const [was, is] = [lettersOf(taken), lettersOf(put)];
    const start = commonStart(was, is);
    const end = commonEnd(was.slice(start), is.slice(start));
    const middle = (letters: readonly string[]) => letters.slice(start, letters.length - end).join('');
    const [deleted, inserted] = [middle(was), middle(is)];
    keep(was.slice(0, start).join('').length);
    if (deleted !== '' || inserted !== '')
      change.push(inserted === '' ? [deleted.length] : [deleted.length, ...inserted.split('\n')]);
    keep(was.slice(was.length - end).join('').length);
  };
  let taken = '';
  for (const { kind, text } of wordDifference(before, after)) {
    // Inserted words replace what was deleted right before them.
    if (kind === 'put') replace(taken, text);
    else if (taken !== '') replace(taken, '');
    taken = kind === 'taken' ? text : '';
    if (kind === 'same') keep(text.length);
  }
  if (taken !== '') replace(taken, '');
  return change;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters and signs as people see them: no emoji is split. */
function lettersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function commonStart(was: readonly string[], is: readonly string[]): number {
  let count = 0;
  while (count < was.length && count < is.length && was[count] === is[count]) count += 1;
  return count;
}

function commonEnd(was: readonly string[], is: readonly string[]): number {
  return commonStart(was.toReversed(), is.toReversed());
}

/** The longest common subsequence of words. Texts are short: a table of all pairs of words is small. */
function longestCommon(was: readonly string[], is: readonly string[]): DiffRun[] {
  const width = is.length + 1;
  // The number of words that the rest of both have in common, from each pair of indexes on.
  const common = new Uint16Array((was.length + 1) * width);
  const rest = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = is.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        was[i] === is[j] ? rest(i + 1, j + 1) + 1 : Math.max(rest(i + 1, j), rest(i, j + 1));
  const runs: DiffRun[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [taken, put] = [was[i], is[j]];
    if (taken !== undefined && taken === put) {
      runs.push({ kind: 'same', text: taken });
      i += 1;
      j += 1;
    } else if (taken !== undefined && (put === undefined || rest(i + 1, j) >= rest(i, j + 1))) {
      runs.push({ kind: 'taken', text: taken });
      i += 1;
    } else if (put !== undefined) {
      runs.push({ kind: 'put', text: put });
      j += 1;
    }
  }
  return runs;
}

/** Joins neighbors of the same kind; a space between two changed words changes with them, so that phrases stay whole. */
function joinRuns(stretches: readonly DiffRun[]): DiffRun[] {
  const whole: { same: string; taken: string; put: string }[] = [];
  for (const [at, { kind, text }] of stretches.entries()) {
    const last = whole.at(-1);
    const isBetween =
      kind === 'same' && text.trim() === '' && isChange(stretches[at - 1]) && isChange(stretches[at + 1]);
    if (last && last.same === '' && (kind !== 'same' || isBetween)) {
      if (kind !== 'put') last.taken += text;
      if (kind !== 'taken') last.put += text;
    } else if (kind === 'same' && last && last.taken + last.put === '') last.same += text;
    else
      whole.push({
        same: kind === 'same' ? text : '',
        taken: kind === 'taken' ? text : '',
        put: kind === 'put' ? text : '',
      });
  }
  return whole.flatMap(({ same, taken, put }) =>
    [
      { kind: 'same' as const, text: same },
      { kind: 'taken' as const, text: taken },
      { kind: 'put' as const, text: put },
    ].filter(({ text }) => text !== ''),
  );
}

function isChange(stretch: DiffRun | undefined): boolean {
  return stretch !== undefined && stretch.kind !== 'same';
}
