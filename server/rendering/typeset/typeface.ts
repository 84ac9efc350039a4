import bidiFactory from 'bidi-js';
import { isRightToLeft } from '#domain/layout/text-direction.ts';
import type { TextWidth } from '#domain/layout/wrap-text.ts';
import type { FaceName } from './faces.ts';
import type { Glyph, OpenFont } from './open-font.ts';
import { inVisualOrder } from './visual-order.ts';

const bidi = bidiFactory();

/** Glyphs of one font, side by side in a line. */
export interface GlyphRun {
  readonly font: OpenFont;
  readonly glyphs: readonly Glyph[];
  /** The text it shows, in reading order. */
  readonly text: string;
  /** Offset from the line's left edge, and width; in ems. */
  readonly x: number;
  readonly width: number;
}

/** A line of text in visual order: its runs from left to right. */
export interface SetLine {
  readonly text: string;
  readonly face: FaceName;
  readonly runs: readonly GlyphRun[];
  /** In ems. */
  readonly width: number;
  readonly fromRight: boolean;
}

/** A part of a text that is in one font and one direction. */
interface Stretch {
  readonly text: string;
  readonly font: OpenFont;
  readonly level: number;
}

/** Right-to-left scripts, and characters that change direction. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802-\ud803\ud83a-\ud83b]/;
/** Text in which every cluster is one character, all in the first font. */
const PLAIN = /^[\x20-\x7e\xa0-\u017f\u2010-\u2026]*$/;
/** Characters a font may lack: joiners and variation selectors. */
const INVISIBLE = /\u200c|\u200d|\u200e|\u200f|[\ufe00-\ufe0f]|\u2060|\ufeff/gu;
const EMOJI = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\ufe0f/u;
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A face of the design with all fonts its texts need: it measures and sets lines. */
export class Typeface {
  readonly name: FaceName;
  readonly #fonts: readonly OpenFont[];
  readonly #widths = new Map<string, number>();

  constructor(name: FaceName, fonts: readonly OpenFont[]) {
    this.name = name;
    this.#fonts = fonts;
  }

  get fonts(): readonly OpenFont[] {
    return this.#fonts;
  }

  /** Measures texts at a size, with a cache: a debate uses the same words again and again. */
  widthAt(size: number): TextWidth {
    return (text) => this.#widthOf(text) * size;
  }

  /** Sets one line, in the direction of its paragraph if given. */
  line(text: string, fromRight = isRightToLeft(text)): SetLine {
    let x = 0;
    const runs = inVisualOrder(this.#stretches(text, fromRight)).map(({ text: words, font, level }) => {
      const glyphs = font.shape(words, level % 2 === 1);
      const width = glyphs.reduce((sum, { advance }) => sum + advance, 0);
      const run = { font, glyphs, text: words, x, width };
      x += width;
      return run;
    });
    return { text, face: this.name, runs, width: x, fromRight };
  }

  #widthOf(text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      width = this.line(text).width;
      this.#widths.set(text, width);
    }
    return width;
  }

  #stretches(text: string, fromRight: boolean): Stretch[] {
    const [first] = this.#fonts;
    if (!first || text === '') return [];
    const turned = fromRight || TURNS.test(text);
    if (!turned && PLAIN.test(text) && hasAll(first, text)) return [{ text, font: first, level: 0 }];
    const levels = turned ? bidi.getEmbeddingLevels(text, fromRight ? 'rtl' : 'ltr').levels : null;
    const stretches: Stretch[] = [];
    for (const { segment, index } of clusters.segment(text)) {
      const last = stretches.at(-1);
      const level = levels?.[index] ?? 0;
      const font = this.#fontFor(segment, last?.font ?? first);
      if (last && last.font === font && last.level === level)
        stretches[stretches.length - 1] = { ...last, text: last.text + segment };
      else stretches.push({ text: segment, font, level });
    }
    return stretches;
  }

  /** The first font that covers a whole cluster, or else its first character. Spaces stay with the font before them. */
  #fontFor(cluster: string, before: OpenFont): OpenFont {
    if (cluster === ' ' && before.characters.has(0x20)) return before;
    const fonts = EMOJI.test(cluster) ? this.#fonts.toReversed() : this.#fonts;
    const visible = cluster.replace(INVISIBLE, '');
    return (
      fonts.find((font) => hasAll(font, cluster)) ??
      fonts.find((font) => visible !== '' && hasAll(font, visible)) ??
      fonts.find((font) => font.characters.has(cluster.codePointAt(0) ?? 0)) ??
      before
    );
  }
}

function hasAll({ characters }: OpenFont, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    if (!characters.has(codePoint)) return false;
  }
  return true;
}
