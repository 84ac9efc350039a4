import type { SetLine } from '../typeset/typeface.ts';

/** How a shape is drawn. */
export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Where a shape stands that is drawn about the origin. */
export interface PlacedShape {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A part of the picture, for screen readers. */
export interface Part {
  readonly kind: 'motion' | 'position' | 'claim' | 'links';
  /** Its text; empty: nothing beyond what is said elsewhere. */
  readonly label: string;
}

/** Whatever a map can be drawn on. Shapes are paths of SVG. */
export interface Painter {
  begin(part: Part): void;
  end(): void;
  shape(path: string, paint: Paint, at?: PlacedShape): void;
  /** A line at the left end of its baseline. */
  text(line: SetLine, size: number, x: number, baseline: number, colour: string): void;
}
