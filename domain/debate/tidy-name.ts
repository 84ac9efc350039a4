/** Characters that nobody sees: default-ignorable ones (marks of direction, joiners and fillers too), and braille without dots. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;
/** Scripts in which a joiner between two letters changes how they look. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const [NON_JOINER, JOINER, EMOJI_STYLE] = ['\u200c', '\u200d', '\ufe0f'];

/**
 * A person's name as it is stored: composed, without characters that nobody sees, with single spaces. Joiners stay where a script or
 * an emoji needs them.
 */
export function tidyName(name: string): string {
  const characters = [...name.normalize('NFC')];
  const seen = characters.filter((character, at) => !UNSEEN.test(character) || isNeeded(characters, at));
  return seen.join('').replace(/\s+/g, ' ').trim();
}

/** A name as the eye reads it: names that look alike have the same skeleton. Look-alike letters of other scripts aren't matched. */
export function skeletonOf(name: string): string {
  const seen = [...name.normalize('NFKC')].filter((character) => !UNSEEN.test(character)).join('');
  return seen.trim().replace(/\s+/g, ' ').toUpperCase().toLowerCase();
}

function isNeeded(characters: readonly string[], at: number): boolean {
  const [before = '', character, after = ''] = [characters[at - 1], characters[at], characters[at + 1]];
  if (character === EMOJI_STYLE) return EMOJI.test(before);
  if (character !== JOINER && character !== NON_JOINER) return false;
  if (JOINING.test(before) && JOINING.test(after)) return true;
  return character === JOINER && EMOJI.test(before) && EMOJI.test(after);
}
