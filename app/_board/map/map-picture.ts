import type { DebateState } from '../../../domain/debate/engine/state.ts';
import type { FrontBox, FrontLayout } from '../../../domain/front/front-box.ts';
import type { Rect } from '../../../domain/layout/map-geometry.ts';
import type { MapMarks } from './map-marks.ts';
import type { MapPalette } from './map-palette.ts';

/** Everything needed to draw the canvas behind the cards. */
export interface MapPicture {
  readonly context: CanvasRenderingContext2D;
  readonly palette: MapPalette;
  readonly state: DebateState;
  readonly layout: FrontLayout;
  /** Boxes, and boxes whose link, may be in view. */
  readonly boxes: readonly FrontBox[];
  readonly linked: readonly FrontBox[];
  readonly zoom: number;
  /** The claim whose cross-links and way to the motion are shown. */
  readonly active: string | null;
  /** What is marked out among all. */
  readonly marks: MapMarks;
  /** Where a box stands now: on its way, while the layout changes. */
  place(box: FrontBox): Rect;
}
