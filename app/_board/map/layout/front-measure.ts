import type { DebateState } from '#domain/debate/engine/state.ts';
import type { FrontMeasure, Measured } from '#domain/front/front-box.ts';
import { frontHeight } from '#domain/front/front-heights.ts';
import { isLegendOpen } from './legend.ts';
import { fontFamily, textWidth } from './text-width.ts';

/** Maximum number of cached heights. Resizing a window requests each height at many widths. */
const MOST_KEPT = 4_000;

/** Heights of boxes: estimated from their texts until the browser has measured them. */
export class SeenHeights {
  readonly #readable: (text: string) => string;
  readonly #widths = new Map<string, (text: string) => number>();
  readonly #estimated = new Map<string, { text: string; height: number }>();
  readonly #seen = new Map<string, { key: string; height: number }>();

  /** `readable` converts stored text to displayed text. */
  constructor(readable = (text: string): string => text) {
    this.#readable = readable;
  }

  /** Returns a measure for a state. Measured heights are valid while `keyOf` returns the same key. */
  of(state: DebateState, keyOf: (id: string) => string): FrontMeasure {
    return (measured) => {
      const { id } = measured;
      const seen = this.#seen.get(`${id}\n${shapeOf(measured)}`);
      return seen?.key === keyOf(id) ? seen.height : this.#estimate(state, measured);
    };
  }

  /** Stores a measured height. Returns `true` if it changed. */
  see(measured: Measured, key: string, height: number): boolean {
    const shape = `${measured.id}\n${shapeOf(measured)}`;
    const seen = this.#seen.get(shape);
    if (seen?.key === key && seen.height === height) return false;
    if (this.#seen.size > MOST_KEPT) this.#seen.clear();
    this.#seen.set(shape, { key, height });
    return true;
  }

  #estimate(state: DebateState, measured: Measured): number {
    const { id } = measured;
    const shape = `${id}\n${shapeOf(measured)}`;
    const text = this.#textOf(state, id);
    const known = this.#estimated.get(shape);
    if (known?.text === text) return known.height;
    const height = frontHeight(
      state,
      measured,
      (face, weight, size) => this.#widthIn(face, weight, size),
      isLegendOpen(),
    );
    if (this.#estimated.size > MOST_KEPT) this.#estimated.clear();
    this.#estimated.set(shape, { text, height });
    return height;
  }

  #textOf(state: DebateState, id: string): string {
    const position = state.positions.get(id);
    if (position) return `${position.name}\n${this.#readable(position.summary)}`;
    return this.#readable(state.claims.get(id)?.text ?? state.head?.motion ?? '');
  }

  #widthIn(face: 'sans' | 'serif', weight: number, size: number): (text: string) => number {
    const font = `${weight} ${size}px ${fontFamily(`--font-${face}`)}`;
    let width = this.#widths.get(font);
    if (!width) {
      width = textWidth(font);
      this.#widths.set(font, width);
    }
    return width;
  }
}

/** Cache key for everything but the text. */
function shapeOf({ look, width, form: { scale, columns } }: Measured): string {
  return `${look} ${width} ${scale} ${columns}`;
}
