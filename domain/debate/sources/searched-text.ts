import { occurrencesOf } from './occurrences.ts';

/** A range of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Words that occur more often than this do not identify a place. */
const OCCURRENCES = 500;
/** Words whose ranges are kept, at most: some megabytes. */
const WORDS_KEPT = 100;

/**
 * A text in which several passages are searched: what is calculated from it once serves them all. Each search takes time in proportion to
 * the text.
 */
export class SearchedText {
  readonly text: string;
  readonly #occurrences = new Map<string, readonly TextRange[] | null>();
  #collapsed: { readonly text: string; readonly places: Uint32Array } | null = null;
  #ink: TextRange | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** The text without white space at its edges; an empty range at its end if it has nothing else. */
  get ink(): TextRange {
    if (this.#ink) return this.#ink;
    const { length } = this.text;
    const start = length - this.text.trimStart().length;
    this.#ink = { start, end: Math.max(start, this.text.trimEnd().length) };
    return this.#ink;
  }

  /** Ranges of these words; null: too many. Exact matches first, else those with other white space between words. */
  occurrencesOf(exact: string): readonly TextRange[] | null {
    const known = this.#occurrences.get(exact);
    if (known !== undefined) return known;
    const found = this.#find(exact);
    if (this.#occurrences.size === WORDS_KEPT) this.#occurrences.clear();
    this.#occurrences.set(exact, found);
    return found;
  }

  #find(exact: string): readonly TextRange[] | null {
    const toTheLetter = this.#bounded(this.#toTheLetter(exact));
    if (toTheLetter === null || toTheLetter.length > 0 || !/\s/u.test(exact)) return toTheLetter;
    return this.#bounded(this.#otherwiseSpaced(collapseSpaces(exact.trim())));
  }

  #bounded(stretches: Iterable<TextRange>): readonly TextRange[] | null {
    const whole: TextRange[] = [];
    for (const stretch of stretches) {
      if (whole.length >= OCCURRENCES) return null;
      whole.push(stretch);
    }
    return whole;
  }

  *#toTheLetter(exact: string): Generator<TextRange> {
    for (const start of occurrencesOf(exact, this.text)) {
      const stretch = { start, end: start + exact.length };
      if (this.#isWhole(stretch)) yield stretch;
    }
  }

  /** Occurrences that do not overlap, as patterns are matched. */
  *#otherwiseSpaced(words: string): Generator<TextRange> {
    this.#collapsed ??= { text: collapseSpaces(this.text), places: placesOfCollapsed(this.text) };
    const { text, places } = this.#collapsed;
    let after = 0;
    for (const at of occurrencesOf(words, text)) {
      const start = places[at] ?? 0;
      // Words end with a letter, which is one unit in both texts.
      const stretch = { start, end: (places[at + words.length - 1] ?? 0) + 1 };
      if (start < after || !this.#isWhole(stretch)) continue;
      after = stretch.end;
      yield stretch;
    }
  }

  /** True if the range neither begins nor ends inside a character. */
  #isWhole({ start, end }: TextRange): boolean {
    return !isInsideCharacter(this.text, start) && !isInsideCharacter(this.text, end);
  }
}

/** A text with one space for each run of white space. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** True if this place is inside a character. */
export function isInsideCharacter(text: string, place: number): boolean {
  const [before, behind] = [text.charCodeAt(place - 1), text.charCodeAt(place)];
  return before >= 0xd800 && before <= 0xdbff && behind >= 0xdc00 && behind <= 0xdfff;
}

/** For each unit of a collapsed text, its place in the original text; for white space, where that begins. */
function placesOfCollapsed(text: string): Uint32Array {
  const places = new Uint32Array(text.length);
  let length = 0;
  let wasSpace = false;
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = isSpaceUnit(text.charCodeAt(at));
    if (!isSpace || !wasSpace) {
      places[length] = at;
      length += 1;
    }
    wasSpace = isSpace;
  }
  return places.subarray(0, length);
}

/** True for the units that `\s` matches. */
function isSpaceUnit(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
