import { isRightToLeft } from '#domain/layout/text-direction.ts';
import { wrapText } from '#domain/layout/wrap-text.ts';
import type { FaceName } from '../typeset/faces.ts';
import type { Typefaces } from '../typeset/typefaces.ts';
import type { FlowRow, Ink } from './flow.ts';

/** The style of a text. */
export interface Style {
  readonly face: FaceName;
  readonly size: number;
  readonly line: number;
  readonly colour: string;
}

/** Words of a paragraph with the same style. */
export interface StyledWords {
  readonly text: string;
  readonly face: FaceName;
  readonly slanted: boolean;
}

/** A column: its offset from the left edge of the text, and its width. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** The position of a baseline in its line: somewhat below the middle. */
const RISE = 0.36;

/** Sets texts in lines. */
export class Setter {
  readonly #faces: Typefaces;

  constructor(faces: Typefaces) {
    this.#faces = faces;
  }

  /** Sets a text with its own line breaks in rows; right-to-left text begins at the right. */
  rows(text: string, style: Style, { x, width }: Column, most = Infinity): FlowRow[] {
    const widthOf = this.#faces[style.face].widthAt(style.size);
    const rows: FlowRow[] = [];
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

  /** Sets a paragraph of words in different typefaces in rows. One with right-to-left words is set in one typeface. */
  styledRows(words: readonly StyledWords[], style: Style, column: Column): FlowRow[] {
    const text = words.map((each) => each.text).join('');
    if (!isOneWay(text)) return this.rows(text, style, column);
    const rows: FlowRow[] = [];
    let at = 0;
    for (const paragraph of text.split('\n')) {
      const used = stylesBetween(words, at, at + paragraph.length);
      const measures = [...new Set(used.map(({ face }) => face))].map((face) =>
        this.#faces[face].widthAt(style.size),
      );
      // The widest typeface measures, so that every line fits.
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

  /** Sets one line, with as much of a text as fits. */
  ink(text: string, style: Style, { x, width }: Column, align: 'left' | 'right' = 'left'): Ink {
    const face = this.#faces[style.face];
    const [words = ''] = wrapText(text.replace(/\s+/g, ' '), width, face.widthAt(style.size), 1);
    const start = align === 'left' ? x : x + width - face.line(words).width * style.size;
    return this.#ink(words, style, start, isRightToLeft(words));
  }

  /** Measures a text. */
  widthOf(text: string, { face, size }: Style): number {
    return this.#faces[face].line(text).width * size;
  }

  #ink(text: string, { face, size, line, colour }: Style, x: number, fromRight: boolean): Ink {
    return { text, face, size, x, baseline: line / 2 + RISE * size, colour, fromRight };
  }
}

/** Finds a line of a wrapped paragraph in it: white space may differ. */
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

/** The words between two offsets of their joined text. */
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

/** True if words can be set side by side in the order in which they are written. */
function isOneWay(text: string): boolean {
  return !isRightToLeft(text) && !FROM_RIGHT.test(text);
}

const FROM_RIGHT = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u;
