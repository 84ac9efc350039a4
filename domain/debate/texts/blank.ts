/** Signs that nobody sees: white space, what is made to be passed over where a text is shown, and the braille cell without dots. */
const UNSEEN = '\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\u2800';
const SEEN = new RegExp(`[^${UNSEEN}]`, 'u');
const BLANK_LINES = new RegExp(`(^|\\n)[${UNSEEN}]*\\n`, 'gu');

/** Has a text nothing that anybody would see? Such signs between others, as in emoji or Persian words, are part of these. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** A text with one blank line where it has several on end: as it is shown, so that nobody takes up the screen with nothing. */
export function foldBlankLines(text: string): string {
  return text.replace(BLANK_LINES, '$1\n');
}
