/**
 * What stands for each UTF-16 unit of words that were erased: a text keeps its length, so that what others wrote into it stays
 * where it is, and what is on its way still fits. One character, of no script.
 */
const BLANK = '░';

/** What stands in the place of erased words. */
export function blankText(text: string): string {
  return BLANK.repeat(text.length);
}

/** Is nothing left of a text but what stands for erased words? */
export function isBlanked(text: string): boolean {
  return text.includes(BLANK) && text.replaceAll(BLANK, '').trim() === '';
}

/** A text as people read it: `sign` is what they read where words were erased. */
export function withSigns(text: string, sign: string): string {
  return text.includes(BLANK) ? text.replace(/░+/g, sign) : text;
}
