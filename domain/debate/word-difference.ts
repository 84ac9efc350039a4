import { diffArrays } from 'diff';
import type { TextChange } from './text-change.ts';

/** A stretch of two texts: in both, in the first only, or in the second only. */
export interface DifferencePart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Scripts that are written without spaces: each of their characters is compared by itself. */
const CONTINUOUS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');

/**
 * The pieces in which texts are compared: words, characters of scripts without spaces, runs of white space, emoji as they are
 * seen, and each other sign. By the classes of Unicode alone, so that server and browsers of all kinds find the same.
 */
const PIECES = new RegExp(
  [
    `[${CONTINUOUS}]\\p{M}*`,
    `(?:(?![${CONTINUOUS}])[\\p{L}\\p{N}\\p{M}])+`,
    '\\s+',
    '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*(?:\\u{200d}\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*)*',
    '.',
  ].join('|'),
  'gsu',
);

/** What differs between two texts, word by word, in the order of the text; what goes stands before what comes. */
export function wordDifference(before: string, after: string): DifferencePart[] {
  return diffArrays(piecesOf(before), piecesOf(after)).map(({ value, added, removed }) => ({
    kind: added ? 'in' : removed ? 'out' : 'same',
    text: value.join(''),
  }));
}

/** The change that makes one text of another, word by word. */
export function wordChange(before: string, after: string): TextChange {
  const change: (number | [number, ...string[]])[] = [];
  for (const { kind, text } of wordDifference(before, after)) {
    const last = change.at(-1);
    if (kind === 'same') change.push(text.length);
    else if (kind === 'out') change.push([text.length]);
    else if (Array.isArray(last)) last.push(...text.split('\n'));
    else change.push([0, ...text.split('\n')]);
  }
  return change;
}

function piecesOf(text: string): string[] {
  return text.match(PIECES) ?? [];
}
