import { readFile } from 'node:fs/promises';
import { Blob, Direction, Font, Face as FontFace, shape, Buffer as Text } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import type { Family, FontFile } from './font-files.ts';

/** OpenType features that every script needs; stylistic alternates are left out. */
const FEATURES = [
  ...['ccmp', 'locl', 'kern', 'liga', 'clig', 'calt', 'rlig', 'rclt', 'curs', 'dist', 'mark', 'mkmk'],
  ...['isol', 'init', 'medi', 'med2', 'fina', 'fin2', 'fin3', 'ljmo', 'vjmo', 'tjmo', 'rvrn'],
  ...['nukt', 'akhn', 'rphf', 'rkrf', 'pref', 'blwf', 'abvf', 'half', 'pstf', 'vatu', 'cjct'],
  ...['pres', 'abvs', 'blws', 'psts', 'haln', 'abvm', 'blwm'],
];

/** A positioned glyph of a line. Distances in ems, up and right. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** Offset of its cluster in the text, in UTF-16 units. */
  readonly at: number;
}

/** The needed subset of a font, at one weight: a file that programs can embed, and that measures text. */
export class OpenFont {
  readonly key: string;
  readonly family: Family;
  readonly weight: number;
  /** TrueType. */
  readonly bytes: Uint8Array;
  /** The characters it covers. */
  readonly characters: ReadonlySet<number>;
  readonly #font: Font;
  readonly #unitsPerEm: number;
  readonly #buffer = new Text();
  readonly #paths = new Map<number, string>();

  constructor(key: string, { family }: FontFile, weight: number, bytes: Uint8Array) {
    this.key = key;
    this.family = family;
    this.weight = weight;
    this.bytes = bytes;
    const face = new FontFace(new Blob(bytes));
    this.characters = new Set(face.collectUnicodes());
    this.#unitsPerEm = face.upem;
    this.#font = new Font(face);
  }

  /** Shapes a text of one direction into glyphs, in visual order from left to right. */
  shape(text: string, fromRight: boolean): Glyph[] {
    const buffer = this.#buffer;
    buffer.clearContents();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(fromRight ? Direction.RTL : Direction.LTR);
    shape(this.#font, buffer);
    const positions = buffer.getGlyphPositions();
    const em = this.#unitsPerEm;
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return { id: codepoint, advance: xAdvance / em, dx: xOffset / em, dy: yOffset / em, at: cluster };
    });
  }

  /** The outline of a glyph, in font units. */
  outlineOf(glyph: number): string {
    let path = this.#paths.get(glyph);
    if (path === undefined) {
      path = this.#font.glyphToPath(glyph);
      this.#paths.set(glyph, path);
    }
    return path;
  }

  get unitsPerEm(): number {
    return this.#unitsPerEm;
  }

  /** The same font in the format for web pages. */
  async forWeb(): Promise<Uint8Array> {
    return subsetFont(Buffer.from(this.bytes), undefined, { keepAllGlyphs: true, targetFormat: 'woff2' });
  }
}

/** Opens the needed characters of a file. */
export async function openFont(
  file: FontFile,
  { weight, opticalSize }: { weight: number; opticalSize: number | null },
  characters: ReadonlySet<number>,
): Promise<OpenFont> {
  const bytes = await subsetFont(
    await readFile(file.path),
    String.fromCodePoint(...[...characters].sort((a, b) => a - b)),
    {
      targetFormat: 'truetype',
      keepFeatures: FEATURES,
      ...(file.variable && {
        variationAxes: { wght: weight, ...(opticalSize !== null && { opsz: opticalSize }) },
      }),
    },
  );
  return new OpenFont(`${file.path} ${weight} ${opticalSize}`, file, weight, bytes);
}
