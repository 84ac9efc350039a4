/**
 * Offsets of `words` in a text, in UTF-16 units, overlapping ones included. Takes time in proportion to the length of both, whatever they
 * contain (Knuth, Morris and Pratt): `indexOf` and regular expressions take their product on adversarial texts.
 */
export function occurrencesOf(words: string, text: string): number[] {
  const found: number[] = [];
  const first = words.charAt(0);
  const borders = bordersOf(words);
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (matched === 0) {
      // The engine finds a single unit many times faster than this loop does.
      at = text.indexOf(first, at);
      if (at < 0) break;
    }
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== words.charCodeAt(matched)) matched = borders[matched - 1] ?? 0;
    if (unit === words.charCodeAt(matched)) matched += 1;
    if (matched === words.length) {
      found.push(at - matched + 1);
      matched = borders[matched - 1] ?? 0;
    }
  }
  return found;
}

/** For each prefix of `words`, the length of its longest proper prefix that it also ends with. */
function bordersOf(words: string): Uint32Array {
  const borders = new Uint32Array(words.length);
  let border = 0;
  for (let at = 1; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    while (border > 0 && unit !== words.charCodeAt(border)) border = borders[border - 1] ?? 0;
    if (unit === words.charCodeAt(border)) border += 1;
    borders[at] = border;
  }
  return borders;
}
