import { type Rejection, toRejection } from '../engine/rejections.ts';
import { hasBidiControls } from './bidi-controls.ts';
import { isBlank } from './blank.ts';

/**
 * The reason why a text is rejected, or null. `limit` is in characters (Unicode code points). Control characters other than tab and line
 * feed are rejected, and so are lone surrogates: databases, CSV and XML cannot hold them, and they would not survive a round trip.
 */
export function textProblem(
  text: string,
  limit: number,
  empty: 'refused' | 'allowed' = 'refused',
): Rejection | null {
  return lengthProblem(text, limit, empty) ?? (isWellFormed(text) ? null : toRejection('text_malformed'));
}

/** The same for a name; direction controls are rejected too, as they would make it look like another name. */
export function nameProblem(name: string, limit: number): Rejection | null {
  return textProblem(name, limit) ?? (hasBidiControls(name) ? toRejection('text_malformed') : null);
}

/** The same for a text that is known to be well-formed. */
export function lengthProblem(text: string, limit: number, empty: 'refused' | 'allowed'): Rejection | null {
  if (empty === 'refused' && isBlank(text)) return toRejection('text_empty');
  // A code point takes one UTF-16 unit or two: if that is enough to decide, nothing is counted. A long text is checked on every keystroke.
  const isLong = text.length > limit && (text.length > limit * 2 || countCharacters(text) > limit);
  return isLong ? toRejection('text_too_long', limit) : null;
}

/** The number of Unicode code points: close enough to what people count as characters. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** True if a text has no control characters other than tab and line feed, and no lone surrogates. */
export function isWellFormed(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 && code !== 0x09 && code !== 0x0a) return false;
    if (code === 0x7f || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}
