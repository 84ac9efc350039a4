import type { DebateState } from '../../../domain/debate/state.ts';
import type { FrontMeasure, Measured } from '../../../domain/front/front-box.ts';
import { frontHeight } from '../../../domain/front/front-heights.ts';
import { isLegendOpen } from './legend.ts';
import { fontFamily, textWidth } from './text-width.ts';

/** Heights kept at most: a window that is drawn wider step by step asks for each claim's at each width. */
const MOST_KEPT = 4_000;

/**
 * Heights of what stands on the map: estimated from the texts, and corrected by what the browser made of them once shown
 * (an unusual script, an editor in place of a text).
 */
export class SeenHeights {
  readonly #readable: (text: string) => string;
  readonly #widths = new Map<string, (text: string) => number>();
  readonly #estimated = new Map<string, { text: string; height: number }>();
  readonly #seen = new Map<string, { key: string; height: number }>();

  /** `readable`: a text as it is shown. */
  constructor(readable = (text: string): string => text) {
    this.#readable = readable;
  }

  /** A measure of what stands in this state. `keyOf` tells what a seen height holds for. */
  of(state: DebateState, keyOf: (id: string) => string): FrontMeasure {
    return (measured) => {
      const { id } = measured;
      const seen = this.#seen.get(id);
      return seen?.key === `${keyOf(id)}\n${shapeOf(measured)}`
        ? seen.height
        : this.#estimate(state, measured);
    };
  }

  /** Takes the height something has on the screen; true where that is news. */
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

/** What a height holds for besides the text. */
function shapeOf({ look, width, form: { scale, columns } }: Measured): string {
  return `${look} ${width} ${scale} ${columns}`;
}
