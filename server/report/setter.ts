import { isRightToLeft } from '../../domain/layout/text-direction.ts';
import { wrapText } from '../../domain/layout/wrap-text.ts';
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
