import type { DebateState } from '../debate/engine/state.ts';
import { fitLanes } from './lay-lanes.ts';
import { layTree, type Measure } from './lay-tree.ts';
import { boundsOf, type Rect } from './map-geometry.ts';
import { MOTION_ID } from './map-tree.ts';
import { type MapBox, placeBoxes } from './place-boxes.ts';

/** The laid-out map. */
export interface MapLayout {
  /** In reading order: parents before children, siblings in order. */
  readonly boxes: readonly MapBox[];
  readonly byId: ReadonlyMap<string, MapBox>;
  /** Those whose children hang from a rail. */
  readonly railed: readonly MapBox[];
  readonly bounds: Rect;
}

export interface MapLayoutOptions {
  readonly measure: Measure;
  /** Ids of folded nodes: nothing below them is on the map. */
  readonly collapsed?: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The map of a debate, left to right: the motion, its positions, each with a lane of claims, in newspaper-like columns if one would be too
 * long. Pure: the same debate, folds and measure give the same picture.
 */
export function layoutMap(state: DebateState, { measure, collapsed = NOTHING }: MapLayoutOptions): MapLayout {
  const source = { state, collapsed, ghost: null };
  const lanes = fitLanes(layTree({ source, measure }, MOTION_ID));
  const boxes = placeBoxes(lanes, measure(MOTION_ID, 'motion'));
  return {
    boxes,
    byId: new Map(boxes.map((box) => [box.id, box])),
    railed: boxes.filter(({ rail }) => rail.length > 0),
    bounds: boundsOf(boxes),
  };
}
