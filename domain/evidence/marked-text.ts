import type { CitedPassage } from './library.ts';

/** A stretch of an article, and the passages that cover it; empty: nobody cites it. */
export interface MarkedStretch {
  readonly start: number;
  readonly text: string;
  readonly passages: readonly CitedPassage[];
}

/** A paragraph of an article: one of its lines. */
export interface MarkedParagraph {
  readonly start: number;
  readonly stretches: readonly MarkedStretch[];
}

/** An article in paragraphs, each divided into stretches that begin and end where a cited passage does. Passages may overlap. */
export function markedText(text: string, cited: readonly CitedPassage[]): readonly MarkedParagraph[] {
  const there = cited.filter(({ place }) => place !== null);
  const edges = there.flatMap(({ place }) => (place ? [place.start, place.end] : []));
  const paragraphs: MarkedParagraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const inside = there.filter(({ place }) => place && place.start < end && place.end > start);
    const cuts = [start, ...edges.filter((edge) => edge > start && edge < end), end];
    const places = [...new Set(cuts)].sort((a, b) => a - b);
    const stretches = places.slice(0, -1).map((from, at): MarkedStretch => {
      const to = places[at + 1] ?? end;
      const passages = inside.filter(({ place }) => place && place.start <= from && place.end >= to);
      return { start: from, text: text.slice(from, to), passages };
    });
    if (line.trim() !== '') paragraphs.push({ start, stretches });
    start = end + 1;
  }
  return paragraphs;
}
