import type { DebateState } from '../../../domain/debate/state.ts';
import type { Rect } from '../../../domain/layout/map-geometry.ts';
import type { MapLayout } from '../../../domain/layout/map-layout.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import type { LevelOfDetail } from './level-of-detail.ts';
import type { MapMarks } from './map-marks.ts';
import type { MapPalette } from './map-palette.ts';

/** All that one drawing of the map needs. */
export interface MapPicture {
  readonly context: CanvasRenderingContext2D;
  readonly palette: MapPalette;
  readonly state: DebateState;
  readonly layout: MapLayout;
  /** Boxes, and boxes whose link, may be in view. */
  readonly boxes: readonly MapBox[];
  readonly linked: readonly MapBox[];
  /** The boxes to which rails lead; null: to all that hang from one. */
  readonly railed: ReadonlySet<string> | null;
  readonly level: LevelOfDetail;
  readonly zoom: number;
  /** The part of the map in view. */
  readonly seen: Rect;
  /** The letters of each position, by its id. */
  readonly letters: ReadonlyMap<string, string>;
  /** What is shown as real elements, and not drawn. */
  readonly elements: ReadonlySet<string>;
  /** The claim whose cross-links and way to the motion are shown. */
  readonly active: string | null;
  /** What the keyboard is on, where that is to be seen. */
  readonly focused: string | null;
  /** Where headings are drawn, by their boxes: filled by drawing them. */
  readonly headings: Map<string, Rect>;
  /** What is in the panel. */
  readonly selected: string | null;
  /** What is marked out among all. */
  readonly marks: MapMarks;
  /** Where a box stands now: on its way, while the layout changes. */
  place(box: MapBox): Rect;
}
