/** All digits of an answer, and four of them together, as in years. */
const FORMAT = { maximumSignificantDigits: 12, useGrouping: 'min2' } as const;

/** Writes a number that was asked for, answered or counted from answers, for people of a locale. */
export function numberText(number: number, locale = 'en'): string {
  return number.toLocaleString(locale, FORMAT);
}
