import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 most frequent passwords from lists of leaked ones, in lower case: those of zxcvbn-ts (MIT licence). */
const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Minimum letters of a word for it to count as the same password with digits appended. */
const SHORTEST_WORD = 4;

/** True if a password is a common one in any case, or one followed by digits, a year or signs, such as "Sunshine-2026!". */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  const word = withoutEnding(plain);
  return COMMON_PASSWORDS.has(plain) || (word.length >= SHORTEST_WORD && COMMON_PASSWORDS.has(word));
}

/** The text without the digits, signs and spaces at its end. */
function withoutEnding(text: string): string {
  const characters = [...text];
  const last = characters.findLastIndex((character) => !/[\d\p{P}\p{S}\s]/u.test(character));
  return characters.slice(0, last + 1).join('');
}
