/** Accents over and under letters; vowel signs of Hebrew and Arabic; the stroke that only lengthens an Arabic word. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu;

/** Invisible characters of pasted text: soft hyphens, joiners, marks of direction. One of them counts as white space. */
const INVISIBLE = /(?!\ufeff)\p{Cf}/gu;

/** Arabic and Persian digits. The last four bits of each are its value. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Letters that Unicode doesn't decompose into base letters, and letters that Arabic and Persian keyboards write differently. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};

/** A text without what a search ignores: case, accents, vowel signs, wide and narrow forms, invisible characters, white space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[ßæœøłđıςىیک]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGITS, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
