import type PDFDocument from 'pdfkit';
import type { Paint, Painter, PlacedShape } from '../pictures/painter.ts';
import type { OpenFont } from '../typeset/open-font.ts';
import type { GlyphRun, SetLine } from '../typeset/typeface.ts';

/** The parts of pdfkit's embedded fonts used here: glyphs are added one by one. */
interface EmbeddedFont {
  readonly id: string;
  readonly scale: number;
  readonly subset: { includeGlyph(id: number): number };
  readonly font: {
    readonly characterSet: readonly number[];
    getGlyph(id: number): { readonly advanceWidth: number };
    glyphForCodePoint(codePoint: number): { readonly id: number };
  };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): unknown;
}

/** A font of the document, and the characters with a glyph in it. */
interface Opened {
  readonly font: EmbeddedFont;
  readonly letters: ReadonlyMap<number, number>;
}

/** The parts of a document used here that its types don't declare. */
interface Inside {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  addContent(content: string): void;
}

/** Draws shapes and lines onto pages of a PDF: text stays text, in embedded fonts with the glyphs that are used. */
export class PdfPainter implements Painter {
  readonly #document: typeof PDFDocument.prototype;
  readonly #fonts = new Map<OpenFont, Opened>();

  constructor(document: typeof PDFDocument.prototype) {
    this.#document = document;
  }

  /** Parts of a map are one figure on paper. */
  begin(): void {}

  end(): void {}

  shape(path: string, { fill, stroke, width, dash, opacity = 1 }: Paint, at?: PlacedShape): void {
    const document = this.#document;
    document.save();
    if (at) document.translate(at.x, at.y).scale(at.scale);
    document.path(path);
    if (stroke) {
      document.lineWidth(width ?? 1);
      if (dash) document.dash(dash[0] ?? 1, { space: dash[1] ?? 1 });
    }
    if (opacity < 1) document.opacity(opacity);
    if (fill && stroke) document.fillAndStroke(fill, stroke);
    else if (fill) document.fill(fill);
    else if (stroke) document.stroke(stroke);
    document.restore();
  }

  text(
    { runs, text }: SetLine,
    size: number,
    x: number,
    baseline: number,
    colour: string,
    slanted = false,
  ): void {
    const inside = this.#document as unknown as Inside;
    this.#document.fillColor(colour);
    // If glyphs are not single letters, the text to read is stored beside them.
    const isPlain = runs.every(({ font }) => PLAIN.has(font.family));
    if (!isPlain) inside.addContent(`/Span <</ActualText <${utf16(text)}>>> BDC`);
    inside.addContent('BT');
    for (const run of runs) {
      const opened = this.#opened(run.font);
      const { font } = opened;
      inside.page.fonts[font.id] ??= font.ref();
      inside.addContent(`/${font.id} ${short(size)} Tf`);
      inside.addContent(`1 0 ${slanted ? SLANT : 0} -1 ${short(x + run.x * size)} ${short(baseline)} Tm`);
      for (const line of glyphsOf(run, opened, size)) inside.addContent(line);
    }
    inside.addContent('ET');
    if (!isPlain) inside.addContent('EMC');
  }

  #opened(font: OpenFont): Opened {
    let opened = this.#fonts.get(font);
    if (!opened) {
      this.#document.font(Buffer.from(font.bytes));
      const embedded = (this.#document as unknown as Inside)._font;
      const { font: inside } = embedded;
      const letters = inside.characterSet.map(
        (character) => [inside.glyphForCodePoint(character).id, character] as const,
      );
      opened = { font: embedded, letters: new Map(letters) };
      this.#fonts.set(font, opened);
    }
    return opened;
  }
}

/** Slant of emphasised letters, in parts of their height: the typefaces have no italics. */
const SLANT = 0.2;

/** The text of a glyph that belongs to another glyph's letter. */
const SILENT = [0x200b];

/** Families whose glyphs are single letters, from left to right. */
const PLAIN = new Set<string>(['inter', 'source-serif-4', 'noto-sans-sc', 'noto-sans-kr', 'noto-sans-math']);

/** The operators that draw a run: its glyphs, and each one's offset from its advance. */
function* glyphsOf({ glyphs, text }: GlyphRun, { font, letters }: Opened, size: number): Generator<string> {
  const ends = clusterEnds(
    glyphs.map(({ at }) => at),
    text.length,
  );
  const used = new Set<number>();
  let array = '';
  let rise = 0;
  for (const { id, advance, dx, dy, at } of glyphs) {
    const glyph = font.subset.includeGlyph(id);
    font.widths[glyph] ??= font.font.getGlyph(id).advanceWidth * font.scale;
    if (font.unicode[glyph] === undefined) {
      const letter = letters.get(id);
      const own = glyphs.flatMap((other) => (other.at === at ? (letters.get(other.id) ?? []) : []));
      // The first glyph of a cluster without a letter of its own stands for the cluster's remaining letters.
      const rest = used.has(at)
        ? []
        : codePointsOf(text.slice(at, ends.get(at))).filter((one) => !own.includes(one));
      font.unicode[glyph] = letter === undefined ? (rest.length > 0 ? rest : SILENT) : [letter];
    }
    if (!letters.has(id)) used.add(at);
    if (dy !== rise) {
      if (array) yield `[${array}] TJ`;
      array = '';
      rise = dy;
      yield `${short(dy * size)} Ts`;
    }
    const code = glyph.toString(16).padStart(4, '0');
    const after = Math.round((font.widths[glyph] ?? 0) - (advance - dx) * 1_000);
    array += `${dx === 0 ? '' : `${Math.round(-dx * 1_000)} `}<${code}>${after === 0 ? '' : ` ${after} `}`;
  }
  if (array) yield `[${array}] TJ`;
  if (rise !== 0) yield '0 Ts';
}

/** The end of each cluster, which is the beginning of the next. */
function clusterEnds(starts: readonly number[], length: number): Map<number, number> {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return new Map(sorted.map((start, at) => [start, sorted[at + 1] ?? length]));
}

function codePointsOf(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}

function utf16(text: string): string {
  let hex = 'feff';
  for (let at = 0; at < text.length; at += 1) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
  return hex;
}

function short(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}
