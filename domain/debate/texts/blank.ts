/** Invisible characters: white space, default-ignorable characters, and the braille cell without dots. */
const UNSEEN = '\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\u2800';
const SEEN = new RegExp(`[^${UNSEEN}]`, 'u');
const BLANK_LINES = new RegExp(`(^|\\n)[${UNSEEN}]*\\n`, 'gu');

/** True if a text has nothing visible. Such characters between others, as in emoji or Persian words, belong to those. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** A text with each run of blank lines reduced to one, as it is shown, so that nobody fills the screen with nothing. */
export function foldBlankLines(text: string): string {
  return text.replace(BLANK_LINES, '$1\n');
}
