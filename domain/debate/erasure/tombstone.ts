/**
 * Replaces each UTF-16 unit of erased words: a text keeps its length, so that what others inserted stays in place, and changes in flight
 * still fit. One character, of no script.
 */
const BLANK = '░';

/** Blank characters that replace erased words. */
export function blankText(text: string): string {
  return BLANK.repeat(text.length);
}

/** True if nothing is left of a text but the replacement for erased words. */
export function isBlanked(text: string): boolean {
  return text.includes(BLANK) && text.replaceAll(BLANK, '').trim() === '';
}

/** A text as people read it: `sign` replaces each run of erased words. */
export function withSigns(text: string, sign: string): string {
  return text.includes(BLANK) ? text.replace(/░+/g, sign) : text;
}
