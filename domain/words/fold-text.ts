/** Accents over and under letters; vowel signs of Hebrew and Arabic; the stroke that only lengthens an Arabic word. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu;

/** Letters that Unicode doesn't decompose into base letters. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** A text without what a search ignores: case, accents, vowel signs, wide and narrow forms, runs of white space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
