/** Minimum letters of a word that may be mistyped: shorter ones are similar to too many others. */
const LEAST = 5;

/**
 * True if a word becomes the other by one typing error: an extra, missing or wrong letter, two letters swapped, or a single letter doubled
 * or the reverse. Never for a number.
 */
export function isMistyped(word: string, other: string): boolean {
  if (word === other || word.length < LEAST || other.length < LEAST - 1 || /\d/.test(word)) return false;
  return isOneEditApart(word, other) || withoutDoubles(word) === withoutDoubles(other);
}

function isOneEditApart(word: string, other: string): boolean {
  const [long, short] = word.length >= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && long[from] === short[from]) from += 1;
  let [longEnd, shortEnd] = [long.length, short.length];
  while (shortEnd > from && long[longEnd - 1] === short[shortEnd - 1]) {
    longEnd -= 1;
    shortEnd -= 1;
  }
  const [left, right] = [long.slice(from, longEnd), short.slice(from, shortEnd)];
  if (left.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function withoutDoubles(word: string): string {
  return word.replace(/(.)\1/gu, '$1');
}
