import type { Position } from '../debate/records/position.ts';

/**
 * The letters that tell each position where its name has no room, by its id: the first of its name; where others begin with it
 * too, that and the first in which it differs from all of them (`We` for “West Watch” beside “World Merchants”, `C10` for “Camp 10”
 * beside “Camp 1”); where there is none such, its number with a full stop. No two have the same.
 */
export function positionLetters(positions: Iterable<Position>): ReadonlyMap<string, string> {
  const all = [...positions].map(({ id, name }) => ({ id, letters: lettersOf(name) }));
  const taken = new Set<string>();
  return new Map(
    all.map(({ id, letters }, at) => {
      const rivals = all.flatMap((other, place) => (place === at ? [] : [other.letters]));
      const telling = tellingOf(letters, rivals);
      if (telling === null || taken.has(folded(telling))) return [id, `${at + 1}.`];
      taken.add(folded(telling));
      return [id, telling];
    }),
  );
}

/** What of a name tells it from the others; null: nothing does. */
function tellingOf(letters: readonly string[], others: readonly (readonly string[])[]): string | null {
  const [first] = letters;
  if (first === undefined) return null;
  const rivals = others.filter((other) => folded(other[0]) === folded(first));
  if (rivals.length === 0) return first;
  const differing = letters.find(
    (letter, at) => at > 0 && rivals.every((rival) => folded(rival[at]) !== folded(letter)),
  );
  return differing === undefined ? null : first + differing;
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const SEEN = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** The letters and pictures of a name, a number as one. */
function lettersOf(name: string): string[] {
  return name
    .split(/(\p{N}+)/u)
    .flatMap((part) =>
      /^\p{N}/u.test(part) ? [part] : [...GRAPHEMES.segment(part)].map(({ segment }) => segment),
    )
    .filter((letter) => SEEN.test(letter));
}

function folded(letter = ''): string {
  return letter.toLowerCase();
}
