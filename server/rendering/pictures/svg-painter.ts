import { escapeXml } from '#domain/formats/escape-xml.ts';
import type { FaceName } from '../typeset/faces.ts';
import type { SetLine } from '../typeset/typeface.ts';
import type { Paint, Painter, PicturePart, PlacedShape } from './painter.ts';
import { short } from './paths.ts';

/** Paints SVG, which is taken piece by piece. */
abstract class SvgPainter implements Painter {
  #painted: string[] = [];

  /** Returns everything painted since the last call. */
  take(): string {
    const painted = this.#painted.join('');
    this.#painted = [];
    return painted;
  }

  begin({ kind, label }: PicturePart): void {
    this.put(
      label === ''
        ? `<g class="${kind}" aria-hidden="true">`
        : `<g class="${kind}" role="img"><title>${escapeXml(label)}</title>`,
    );
  }

  end(): void {
    this.put('</g>\n');
  }

  shape(path: string, { fill = 'none', stroke, width, dash, opacity }: Paint, at?: PlacedShape): void {
    const line = stroke ? ` stroke="${stroke}" stroke-width="${short(width ?? 1)}"` : '';
    const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    const pale = opacity === undefined ? '' : ` ${stroke ? 'stroke' : 'fill'}-opacity="${opacity}"`;
    const moved = at
      ? ` transform="translate(${short(at.x)} ${short(at.y)})${at.scale === 1 ? '' : ` scale(${at.scale})`}"`
      : '';
    this.put(`<path d="${path}" fill="${fill}"${line}${dashes}${pale}${moved}/>`);
  }

  abstract text(line: SetLine, size: number, x: number, baseline: number, colour: string): void;

  protected put(painted: string): void {
    this.#painted.push(painted);
  }
}

/** Paints text as text: it can be selected, searched and read aloud. Its width is fixed, so that it stays in its card in any font. */
export class SvgTextPainter extends SvgPainter {
  readonly #styles = new Map<string, string>();

  text(
    { text, face, width, fromRight }: SetLine,
    size: number,
    x: number,
    baseline: number,
    colour: string,
  ): void {
    if (text.trim() === '') return;
    const wide = width * size;
    const start = fromRight ? x + wide : x;
    const direction = fromRight ? ' direction="rtl"' : '';
    const fit = text.length > 1 ? ` textLength="${short(wide)}" lengthAdjust="spacingAndGlyphs"` : '';
    this.put(
      `<text class="${this.#styleOf(face, size, colour)}" x="${short(start)}" y="${short(baseline)}"${direction}${fit}>${escapeXml(text)}</text>`,
    );
  }

  /** The style rules of everything painted. */
  styles(familyOf: (face: FaceName) => string): string {
    return [...this.#styles]
      .map(([style, name]) => {
        const [face = '', size, colour] = style.split(' ');
        return `.${name}{${familyOf(face as FaceName)};font-size:${size}px;fill:${colour}}`;
      })
      .join('\n');
  }

  #styleOf(face: FaceName, size: number, colour: string): string {
    const style = `${face} ${size} ${colour}`;
    const name = this.#styles.get(style) ?? `t${this.#styles.size}`;
    this.#styles.set(style, name);
    return name;
  }
}

/** Paints text as glyph outlines, for the rasteriser, which then needs no fonts. */
export class SvgOutlinePainter extends SvgPainter {
  text({ runs }: SetLine, size: number, x: number, baseline: number, colour: string): void {
    this.put(
      `<g fill="${colour}" transform="translate(${short(x)} ${short(baseline)}) scale(${size} ${-size})">`,
    );
    for (const { font, glyphs, x: start } of runs) {
      const unit = 1 / font.unitsPerEm;
      let pen = start;
      for (const { id, advance, dx, dy } of glyphs) {
        const outline = font.outlineOf(id);
        if (outline !== '')
          this.put(
            `<path transform="matrix(${unit} 0 0 ${unit} ${(pen + dx).toFixed(4)} ${dy.toFixed(4)})" d="${outline}"/>`,
          );
        pen += advance;
      }
    }
    this.put('</g>');
  }
}
