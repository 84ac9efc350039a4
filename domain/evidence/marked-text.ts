import type { TextRange } from '../debate/sources/searched-text.ts';
import type { CitedPassage } from './library.ts';

/** Maximum number of passages that mark a stretch: hundreds of claims may cite the same sentence. */
export const MARKING_PASSAGES = 20;

/** A stretch of an article, with the passages that cover it. */
export interface MarkedStretch {
  readonly start: number;
  readonly text: string;
  /** The first passages that cover it, up to a limit; empty: nobody cites it. */
  readonly passages: readonly CitedPassage[];
  /** All passages that end with it: each passage has a link there, also where it marks nothing. */
  readonly ending: readonly CitedPassage[];
}

/** A paragraph of an article: one of its lines. */
export interface MarkedParagraph {
  readonly start: number;
  readonly stretches: readonly MarkedStretch[];
}

/** An article in paragraphs, each divided into stretches that begin and end where a cited passage does. Passages may overlap. */
export function markedText(text: string, cited: readonly CitedPassage[]): readonly MarkedParagraph[] {
  const sweep = new PassageSweep(cited);
  const paragraphs: MarkedParagraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      const stretches: MarkedStretch[] = [];
      for (let from = start; from < end; ) {
        const { to, passages, ending } = sweep.stretchAt(from, end);
        stretches.push({ start: from, text: text.slice(from, to), passages, ending });
        from = to;
      }
      paragraphs.push({ start, stretches });
    }
    start = end + 1;
  }
  return paragraphs;
}

type PlacedPassage = CitedPassage & { readonly place: TextRange };

/** Passages as they begin and end from the start of a text to its end, each looked at once. */
class PassageSweep {
  readonly #byStart: readonly PlacedPassage[];
  readonly #byEnd: readonly PlacedPassage[];
  readonly #open = new Set<PlacedPassage>();
  #begun = 0;
  #ended = 0;

  constructor(cited: readonly CitedPassage[]) {
    const placed = cited.filter((one): one is PlacedPassage => one.place !== null);
    this.#byStart = placed.toSorted((a, b) => a.place.start - b.place.start);
    this.#byEnd = placed.toSorted((a, b) => a.place.end - b.place.end);
  }

  /** Returns the stretch that begins here, behind the one before, and ends at the next edge of a passage or at the limit. */
  stretchAt(from: number, limit: number) {
    for (let next = this.#byStart[this.#begun]; next && next.place.start <= from; ) {
      this.#open.add(next);
      next = this.#byStart[++this.#begun];
    }
    this.#endUpTo(from);
    const begins = this.#byStart[this.#begun]?.place.start ?? limit;
    const ends = this.#byEnd[this.#ended]?.place.end ?? limit;
    const to = Math.min(begins, ends, limit);
    const passages = this.#firstOpen();
    return { to, passages, ending: this.#endUpTo(to) };
  }

  #firstOpen(): readonly PlacedPassage[] {
    const first: PlacedPassage[] = [];
    for (const passage of this.#open) {
      if (first.length === MARKING_PASSAGES) break;
      first.push(passage);
    }
    return first;
  }

  #endUpTo(place: number): readonly PlacedPassage[] {
    const first = this.#ended;
    for (let next = this.#byEnd[first]; next && next.place.end <= place; ) {
      this.#open.delete(next);
      next = this.#byEnd[++this.#ended];
    }
    return this.#byEnd.slice(first, this.#ended);
  }
}
