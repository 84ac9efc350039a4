import type { SetLine } from '../typeset/typeface.ts';

/** How a shape is drawn. */
export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** The place of a shape that is drawn around the origin. */
export interface PlacedShape {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A part of the picture, for screen readers. */
export interface PicturePart {
  readonly kind: 'motion' | 'position' | 'claim' | 'links';
  /** Its text; empty: nothing that is not stated elsewhere. */
  readonly label: string;
}

/** Anything a map can be drawn on. Shapes are SVG paths. */
export interface Painter {
  begin(part: PicturePart): void;
  end(): void;
  shape(path: string, paint: Paint, at?: PlacedShape): void;
  /** Draws a line of text from the left end of its baseline. */
  text(line: SetLine, size: number, x: number, baseline: number, colour: string): void;
}
