/** Invisible characters: default-ignorable ones (including direction marks, joiners and fillers), and braille without dots. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;
/** Scripts in which a joiner between two letters changes how they look. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
/** Flag of a country's subdivision: a black flag, the subdivision's code in tag characters, and their end. */
const TAGGED_FLAG = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/gu;
const TAG = /[\u{e0020}-\u{e007f}]/u;
const KEY = /[0-9#*]/;
const KEYCAP = '\u20e3';
const MONGOLIAN_LETTER = /^(?=\p{Script=Mongolian})\p{L}$/u;
/** They choose the form of the Mongolian letter before them. */
const MONGOLIAN_SELECTOR = /[\u180b-\u180d\u180f]/;
const MONGOLIAN_SEPARATOR = '\u180e';
const [NON_JOINER, JOINER, EMOJI_STYLE] = ['\u200c', '\u200d', '\ufe0f'];

/**
 * A person's name as stored: composed, without invisible characters, with single spaces. Joiners, variation selectors and tags stay if a
 * script or an emoji needs them.
 */
export function tidyName(name: string): string {
  const characters = [...name.normalize('NFC')];
  const tags = tagsOfFlags(characters);
  const seen = characters.filter(
    (character, at) => !UNSEEN.test(character) || tags.has(at) || isNeeded(characters, at),
  );
  return seen.join('').replace(/\s+/g, ' ').trim();
}

/** A name as it looks: names that look the same have the same skeleton. Look-alike letters of other scripts aren't matched. */
export function skeletonOf(name: string): string {
  const seen = [...name.normalize('NFKC')].filter((character) => !UNSEEN.test(character)).join('');
  return seen.trim().replace(/\s+/g, ' ').toUpperCase().toLowerCase();
}

/** Indexes of the tags that belong to flags. */
function tagsOfFlags(characters: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  if (!characters.some((character) => TAG.test(character))) return places;
  for (const { 0: flag, index } of characters.join('').matchAll(TAGGED_FLAG)) {
    const start = [...characters.join('').slice(0, index)].length;
    for (let at = 1; at < [...flag].length; at += 1) places.add(start + at);
  }
  return places;
}

function isNeeded(characters: readonly string[], at: number): boolean {
  const [before = '', character = '', after = ''] = [characters[at - 1], characters[at], characters[at + 1]];
  if (character === EMOJI_STYLE) return EMOJI.test(before) || (KEY.test(before) && after === KEYCAP);
  if (MONGOLIAN_SELECTOR.test(character)) return MONGOLIAN_LETTER.test(before);
  if (character === MONGOLIAN_SEPARATOR) return MONGOLIAN_LETTER.test(before) && MONGOLIAN_LETTER.test(after);
  if (character !== JOINER && character !== NON_JOINER) return false;
  if (JOINING.test(before) && JOINING.test(after)) return true;
  return character === JOINER && EMOJI.test(before) && EMOJI.test(after);
}
