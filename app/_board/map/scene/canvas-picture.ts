import type { DebateState } from '#domain/debate/engine/state.ts';
import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';
import type { Rect } from '#domain/layout/map-geometry.ts';
import type { MapMarks } from './map-marks.ts';
import type { MapPalette } from './map-palette.ts';

/** Everything needed to draw the canvas behind the cards. */
export interface CanvasPicture {
  readonly context: CanvasRenderingContext2D;
  readonly palette: MapPalette;
  readonly state: DebateState;
  readonly layout: FrontLayout;
  /** Boxes that may be in view, themselves or by their link. */
  readonly boxes: readonly FrontBox[];
  readonly linked: readonly FrontBox[];
  readonly zoom: number;
  /** The claim whose cross-links and path to the motion are shown. */
  readonly active: string | null;
  /** The highlights. */
  readonly marks: MapMarks;
  /** Returns the present place of a box, also while it moves to the next layout. */
  place(box: FrontBox): Rect;
}
