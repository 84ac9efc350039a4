import type { DebateState } from '../../../domain/debate/state.ts';
import {
  type CardWidths,
  claimHeight,
  motionHeight,
  positionHeight,
} from '../../../domain/layout/card-heights.ts';
import { CARD } from '../../../domain/layout/card-metrics.ts';
import type { Measure } from '../../../domain/layout/lay-tree.ts';
import type { MapForm } from '../../../domain/layout/map-geometry.ts';
import { fontFamily, textWidth } from './text-width.ts';

/**
 * Heights of what stands on the map: foretold from the texts, and corrected by what the browser made of them once shown
 * (an unusual script, an editor in place of a text).
 */
export class CardMeasure {
  readonly #widths: CardWidths;
  readonly #readable: (text: string) => string;
  readonly #foretold = new Map<string, number>();
  readonly #seen = new Map<string, { key: string; height: number }>();

  /** `readable`: a text as it is shown. */
  constructor(readable = (text: string): string => text) {
    this.#readable = readable;
    const [sans, serif] = [fontFamily('--font-sans'), fontFamily('--font-serif')];
    this.#widths = {
      claim: textWidth(`${CARD.claim.weight} ${CARD.claim.size}px ${sans}`),
      motion: textWidth(`${CARD.motion.weight} ${CARD.motion.size}px ${serif}`),
      name: textWidth(`${CARD.name.weight} ${CARD.name.size}px ${serif}`),
      summary: textWidth(`${CARD.summary.weight} ${CARD.summary.size}px ${sans}`),
    };
  }

  /** A measure of what stands in this state. `keyOf` tells what a seen height holds for. */
  of(state: DebateState, keyOf: (id: string) => string, form: MapForm): Measure {
    return (id, kind) => {
      const seen = this.#seen.get(id);
      if (seen && seen.key === keyOf(id)) return seen.height;
      if (kind === 'motion') return motionHeight(state.head?.motion ?? '', form, this.#widths);
      if (kind === 'ghost') return CARD.ghost;
      if (kind === 'claim') return this.#claim(state.claims.get(id)?.text ?? '');
      const position = state.positions.get(id);
      const summary = this.#readable(position?.summary ?? '');
      return positionHeight(position?.name ?? '', summary, this.#widths);
    };
  }

  /** Takes the height something has on the screen; true where that is news. */
  see(id: string, key: string, height: number): boolean {
    const seen = this.#seen.get(id);
    if (seen?.key === key && seen.height === height) return false;
    this.#seen.set(id, { key, height });
    return true;
  }

  /** Ids of all whose height does not follow from their texts alone. */
  corrected(): Iterable<string> {
    return this.#seen.keys();
  }

  #claim(text: string): number {
    let height = this.#foretold.get(text);
    if (height === undefined) {
      height = claimHeight(this.#readable(text), this.#widths);
      this.#foretold.set(text, height);
    }
    return height;
  }
}
