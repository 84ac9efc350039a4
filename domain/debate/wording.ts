import { type Rejection, rejection } from './rejections.ts';

/**
 * Why a text a person wrote may not stand, or null. `limit` is in characters (Unicode code points).
 * Control characters other than tab and line feed are refused, and so are lone surrogates: databases, CSV and XML
 * cannot hold them, and they would not survive a round trip.
 */
export function textProblem(
  text: string,
  limit: number,
  empty: 'refused' | 'allowed' = 'refused',
): Rejection | null {
  if (empty === 'refused' && text.trim() === '') return rejection('text_empty');
  // A code point takes at most two UTF-16 units: the cheap bound first, so that a megabyte is never spread out.
  if (text.length > limit * 2 || countCharacters(text) > limit) return rejection('text_too_long', limit);
  if (!isWellFormed(text)) return rejection('text_malformed');
  return null;
}

/** Characters as people count them closely enough: Unicode code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function isWellFormed(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 && code !== 0x09 && code !== 0x0a) return false;
    if (code === 0x7f || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}
