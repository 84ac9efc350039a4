import { timingSafeEqual } from 'node:crypto';

/** Compares a secret text with the given one, in a time that doesn't depend on where they differ. */
export function isSameText(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
