import { timingSafeEqual } from 'node:crypto';

/** Compares a secret text with what was given, in a time that does not depend on where they differ. */
export function isSameText(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
