/** All digits of an answer, and four of them together, as in years. */
const FORMAT = { maximumSignificantDigits: 12, useGrouping: 'min2' } as const;
/** Smaller numbers than this are written with an exponent: their zeros would fill a screen. */
const SMALLEST = 1e-9;

/** Writes a number that was asked for, answered or counted from answers, for people of a locale. */
export function numberText(number: number, locale = 'en'): string {
  const isTiny = number !== 0 && Math.abs(number) < SMALLEST;
  return number.toLocaleString(locale, isTiny ? { ...FORMAT, notation: 'scientific' } : FORMAT);
}
