import { type Rejection, rejection } from '../../domain/debate/engine/rejections.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Characters a password has at least. */
const SHORTEST = 8;
/** Characters at most: whole sentences are welcome, books cost computing. */
const LONGEST = 256;

/**
 * Why a password may not be chosen; null where it may. There are no rules of what it is composed of: it is long enough,
 * and not what is tried first, which is a well-known one, or the name of the site or of its owner.
 */
export function passwordProblem(password: string, own: readonly string[]): Rejection | null {
  const { length } = [...password];
  if (length < SHORTEST) return rejection('password_short', SHORTEST);
  if (length > LONGEST) return rejection('password_long', LONGEST);
  const plain = password.toLowerCase();
  return isCommonPassword(plain) || isMonotonous(plain) || isMadeOf(plain, ['parley', ...own])
    ? rejection('password_common')
    : null;
}

/** These words, or parts of them, and no other letters. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const parts = words
    .map((word) => word.toLowerCase())
    .flatMap((word) => [word, ...word.split(/[\s@.]+/)])
    .filter((part) => part.length >= 3)
    .sort((one, other) => other.length - one.length);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ''), text);
  return rest !== text && !/\p{L}/u.test(rest);
}

/** One or two characters again and again. */
function isMonotonous(text: string): boolean {
  return new Set(text).size <= 2;
}
