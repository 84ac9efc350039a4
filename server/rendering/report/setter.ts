import { isRightToLeft } from '../../../domain/layout/text-direction.ts';
import { wrapText } from '../../../domain/layout/wrap-text.ts';
import type { FaceName } from '../typeset/faces.ts';
import type { Typefaces } from '../typeset/typefaces.ts';
import type { Ink, Row } from './flow.ts';

/** How a text is set. */
export interface Style {
  readonly face: FaceName;
  readonly size: number;
  readonly line: number;
  readonly colour: string;
}

/** Words of a paragraph that are set alike. */
export interface StyledWords {
  readonly text: string;
  readonly face: FaceName;
  readonly slanted: boolean;
}

/** Where it stands: from the left edge of the text, and how wide it may be. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Where a baseline is in its line: somewhat below the middle. */
const RISE = 0.36;

/** Sets texts in lines. */
export class Setter {
  readonly #faces: Typefaces;

  constructor(faces: Typefaces) {
    this.#faces = faces;
  }

  /** A text with its own line breaks, in rows; what reads from the right begins there. */
  rows(text: string, style: Style, { x, width }: Column, most = Infinity): Row[] {
    const widthOf = this.#faces[style.face].widthAt(style.size);
    const rows: Row[] = [];
    for (const paragraph of text.split('\n')) {
      const fromRight = isRightToLeft(paragraph);
      for (const words of wrapText(paragraph, width, widthOf, most - rows.length)) {
        const start = fromRight
          ? x + width - this.#faces[style.face].line(words, true).width * style.size
          : x;
        rows.push({ height: style.line, inks: [this.#ink(words, style, start, fromRight)] });
      }
      if (rows.length >= most) break;
    }
    return rows;
  }

  /** A paragraph of words in different typefaces, in rows. One with words from the right is set in one typeface. */
  styledRows(words: readonly StyledWords[], style: Style, column: Column): Row[] {
    const text = words.map((each) => each.text).join('');
    if (!isOneWay(text)) return this.rows(text, style, column);
    const rows: Row[] = [];
    let at = 0;
    for (const paragraph of text.split('\n')) {
      const used = stylesBetween(words, at, at + paragraph.length);
      const measures = [...new Set(used.map(({ face }) => face))].map((face) =>
        this.#faces[face].widthAt(style.size),
      );
      // Its widest typeface measures, so that every line fits, whatever stands in it.
      const widest = (piece: string) => Math.max(0, ...measures.map((measure) => measure(piece)));
      let from = 0;
      for (const line of wrapText(paragraph, column.width, widest)) {
        const found = placeOf(line, paragraph, from);
        rows.push({
          height: style.line,
          inks: this.#styledInks(stylesBetween(words, at + found.start, at + found.end), style, column.x),
        });
        from = found.end;
      }
      at += paragraph.length + 1;
    }
    return rows;
  }

  #styledInks(words: readonly StyledWords[], style: Style, x: number): Ink[] {
    let start = x;
    return words.map(({ text, face, slanted }) => {
      const shown = text.replace(/\s+/g, ' ');
      const ink = this.#ink(shown, { ...style, face }, start, false);
      start += this.widthOf(shown, { ...style, face });
      return { ...ink, slanted };
    });
  }

  /** One line, as much of a text as fits into it. */
  ink(text: string, style: Style, { x, width }: Column, align: 'left' | 'right' = 'left'): Ink {
    const face = this.#faces[style.face];
    const [words = ''] = wrapText(text.replace(/\s+/g, ' '), width, face.widthAt(style.size), 1);
    const start = align === 'left' ? x : x + width - face.line(words).width * style.size;
    return this.#ink(words, style, start, isRightToLeft(words));
  }

  /** How wide a text is. */
  widthOf(text: string, { face, size }: Style): number {
    return this.#faces[face].line(text).width * size;
  }

  #ink(text: string, { face, size, line, colour }: Style, x: number, fromRight: boolean): Ink {
    return { text, face, size, x, baseline: line / 2 + RISE * size, colour, fromRight };
  }
}

/** Where a line of a wrapped paragraph stands in it: white space may differ. */
function placeOf(line: string, paragraph: string, from: number): { start: number; end: number } {
  let start = from;
  while (start < paragraph.length && /\s/.test(paragraph[start] ?? '')) start += 1;
  let [end, at] = [start, 0];
  while (at < line.length && end < paragraph.length) {
    if (/\s/.test(line[at] ?? '')) {
      while (/\s/.test(paragraph[end] ?? '')) end += 1;
      at += 1;
    } else {
      end += 1;
      at += 1;
    }
  }
  return { start, end };
}

/** The words between two places of all words put together. */
function stylesBetween(words: readonly StyledWords[], start: number, end: number): StyledWords[] {
  const between: StyledWords[] = [];
  let at = 0;
  for (const word of words) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + word.text.length)];
    if (from < to) between.push({ ...word, text: word.text.slice(from - at, to - at) });
    at += word.text.length;
  }
  return between;
}

/** Whether words can stand side by side in the order in which they are written. */
function isOneWay(text: string): boolean {
  return !isRightToLeft(text) && !FROM_RIGHT.test(text);
}

const FROM_RIGHT = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u;
