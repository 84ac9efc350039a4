import type { Rect } from './map-geometry.ts';
import type { MapNode, MapNodeKind } from './map-tree.ts';

/** A node with its place on a map, whichever map it is. */
export interface PlacedBox extends Rect, Omit<MapNode, 'kind'> {
  /** `more` is a row of the front that stands for claims it leaves out, or for those to come. */
  readonly kind: MapNodeKind | 'more';
  /** The id of what it stands under. */
  readonly parent: string | null;
  /** Ids of what stands under it, in order. */
  readonly children: readonly string[];
  /** How many it stands under. */
  readonly depth: number;
  /** The position whose lane this is in. */
  readonly lane: string | null;
  /** Its place in reading order, from 0. */
  readonly order: number;
  /** Its place among those under one parent, from 1, and how many these are. */
  readonly place: number;
  readonly siblings: number;
}

/** Boxes in reading order (parents before children, siblings in order), and by their ids. */
export interface PlacedMap<Box extends PlacedBox = PlacedBox> {
  readonly boxes: readonly Box[];
  readonly byId: ReadonlyMap<string, Box>;
}
