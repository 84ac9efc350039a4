import type { Rect } from './map-geometry.ts';
import type { MapNode, MapNodeKind } from './map-tree.ts';

/** A node with its place on a map, of either kind. */
export interface PlacedBox extends Rect, Omit<MapNode, 'kind'> {
  /** `more` is a row of the front for claims it leaves out, or for those to come. */
  readonly kind: MapNodeKind | 'more';
  /** The id of its parent. */
  readonly parent: string | null;
  /** Ids of its children, in order. */
  readonly children: readonly string[];
  /** Number of its ancestors. */
  readonly depth: number;
  /** The position whose lane it is in. */
  readonly lane: string | null;
  /** Its place in reading order, from 0. */
  readonly order: number;
  /** Its place among its siblings, from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
}

/** Boxes in reading order (parents before children, siblings in order), and by their ids. */
export interface PlacedMap<Box extends PlacedBox = PlacedBox> {
  readonly boxes: readonly Box[];
  readonly byId: ReadonlyMap<string, Box>;
}
