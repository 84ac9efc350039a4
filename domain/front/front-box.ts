import type { Rect } from '../layout/map-geometry.ts';
import type { PlacedBox, PlacedMap } from '../layout/placed-map.ts';
import type { BranchCounts } from './claims-below.ts';
import type { FrontForm, StageSize } from './front-form.ts';

/**
 * How a box is drawn. Claims: `row` shows the whole sentence, `line` one line beside an open branch, `card` an argument, `open` a
 * claim with its arguments. `more` stands for the claims a long list omits, `empty` for a position without claims.
 */
export type FrontLook = 'motion' | 'position' | 'row' | 'line' | 'card' | 'open' | 'more' | 'empty' | 'ghost';

/** A box with its position on the front. */
export interface FrontBox extends PlacedBox {
  readonly look: FrontLook;
  /** Counts of its branch, including claims that are not shown. */
  readonly counts: BranchCounts;
  /** For a `more` row: the number of omitted claims. */
  readonly more: number;
}

/** The laid-out front: motion, positions and first-level claims, plus the branches that are open. */
export interface FrontLayout extends PlacedMap<FrontBox> {
  readonly bounds: Rect;
  readonly form: FrontForm;
  readonly stage: StageSize;
  /** Pixels by which all of it is moved down to stand in the middle of its stage. */
  readonly down: number;
  /** `true` if claims are open by default. */
  readonly whole: boolean;
}

/** Input of a height measurement. */
export interface Measured {
  readonly id: string;
  readonly look: FrontLook;
  readonly width: number;
  readonly form: FrontForm;
}

/** Height of a box in pixels at a width and with the form's type sizes. */
export type FrontMeasure = (measured: Measured) => number;

/** Ids of a list's `more` row and of a position's `empty` row. */
export const moreIdOf = (parent: string): string => `~more:${parent}`;
export const emptyIdOf = (parent: string): string => `~empty:${parent}`;
