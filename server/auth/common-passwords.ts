import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 passwords that stand first in lists of leaked ones, in lower case: those of zxcvbn-ts (MIT licence). */
const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Letters a word has at least, so that with digits behind it counts as the same password. */
const SHORTEST_WORD = 4;

/** Whether a password is a common one in any case, or one with digits, a year or signs behind it, as "Sunshine-2026!". */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  const word = withoutEnding(plain);
  return COMMON_PASSWORDS.has(plain) || (word.length >= SHORTEST_WORD && COMMON_PASSWORDS.has(word));
}

/** The text without the digits, signs and spaces it ends with. */
function withoutEnding(text: string): string {
  const characters = [...text];
  const last = characters.findLastIndex((character) => !/[\d\p{P}\p{S}\s]/u.test(character));
  return characters.slice(0, last + 1).join('');
}
