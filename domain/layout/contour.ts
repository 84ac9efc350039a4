import { MAP_GEOMETRY } from './map-geometry.ts';

/**
 * The upper and lower edge of a subtree, one pair for each column of the map's grid that it reaches, starting with its own; as offsets
 * below its upper edge.
 */
export interface Contour {
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/** The highest and the lowest edge of all. */
export function extentOf({ tops, bottoms }: Contour): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [Infinity, -Infinity];
  for (const edge of tops) top = Math.min(top, edge);
  for (const edge of bottoms) bottom = Math.max(bottom, edge);
  return { top, bottom };
}

/** Subtrees one below another, as one growing contour. */
export class ContourStack {
  readonly tops: number[] = [];
  readonly bottoms: number[] = [];

  /** Adds one below, as close as possible without overlap in any column; returns its offset. */
  add(below: Contour): number {
    const down = this.#clearance(below);
    below.tops.forEach((top, column) => {
      this.tops[column] ??= top + down;
    });
    below.bottoms.forEach((bottom, column) => {
      this.bottoms[column] = bottom + down;
    });
    return down;
  }

  #clearance(below: Contour): number {
    if (this.tops.length === 0) return 0;
    let down = -Infinity;
    below.tops.forEach((top, column) => {
      const above = this.bottoms[column];
      if (above === undefined) return;
      const gap = column === 0 ? MAP_GEOMETRY.siblingGap : MAP_GEOMETRY.cousinGap;
      down = Math.max(down, above + gap - top);
    });
    return down;
  }
}
