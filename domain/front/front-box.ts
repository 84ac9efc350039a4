import type { Rect } from '../layout/map-geometry.ts';
import type { PlacedBox, PlacedMap } from '../layout/placed-map.ts';
import type { BranchCounts } from './claims-below.ts';
import type { FrontForm, StageSize } from './front-form.ts';

/**
 * How something stands on the front: a claim as a row, whole; as one line beside a branch that is open; as a card among arguments;
 * or open, with its arguments. `more` stands for claims that a long list leaves out.
 */
export type FrontLook = 'motion' | 'position' | 'row' | 'line' | 'card' | 'open' | 'more' | 'empty' | 'ghost';

/** Something with its place on the front. */
export interface FrontBox extends PlacedBox {
  readonly look: FrontLook;
  /** What stands under it, shown or not. */
  readonly counts: BranchCounts;
  /** How many claims it stands for, where it stands for those left out. */
  readonly more: number;
}

/** What a debate is read as: its motion, positions and first claims whole, the rest as far as it is opened. */
export interface FrontLayout extends PlacedMap<FrontBox> {
  readonly bounds: Rect;
  readonly form: FrontForm;
  readonly stage: StageSize;
  /** Whether everything is open that nobody closed. */
  readonly whole: boolean;
}

/** What a height is asked for. */
export interface Measured {
  readonly id: string;
  readonly look: FrontLook;
  readonly width: number;
  readonly form: FrontForm;
}

/** The height something takes at a width, in the form's type. */
export type FrontMeasure = (measured: Measured) => number;

/** Ids of the row that stands for the rest of a list, and of the one that asks for a position's first claim. */
export const moreIdOf = (parent: string): string => `~more:${parent}`;
export const emptyIdOf = (parent: string): string => `~empty:${parent}`;
