import { type Rejection, toRejection } from '#domain/debate/engine/rejections.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Minimum characters of a password. */
const SHORTEST = 8;
/** Maximum characters: whole sentences are welcome, books cost computing. */
const LONGEST = 256;

/**
 * Why a password isn't allowed; `null` if it is. There are no rules about its composition: it must be long enough, and not among the first
 * guesses: a well-known password, or the name of the site or of its owner.
 */
export function passwordProblem(password: string, own: readonly string[]): Rejection | null {
  const { length } = [...password];
  if (length < SHORTEST) return toRejection('password_short', SHORTEST);
  if (length > LONGEST) return toRejection('password_long', LONGEST);
  const plain = password.toLowerCase();
  return isCommonPassword(plain) || isMonotonous(plain) || isMadeOf(plain, ['parley', ...own])
    ? toRejection('password_common')
    : null;
}

/** True if a text consists only of these words, or parts of them. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const parts = words
    .map((word) => word.toLowerCase())
    .flatMap((word) => [word, ...word.split(/[\s@.]+/)])
    .filter((part) => part.length >= 3)
    .sort((one, other) => other.length - one.length);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ''), text);
  return rest !== text && !/\p{L}/u.test(rest);
}

/** True for one or two characters repeated. */
function isMonotonous(text: string): boolean {
  return new Set(text).size <= 2;
}
