import { z } from 'zod';
import { MOTION_ID } from '../layout/map-tree.ts';

/** A fraction of a box's width or height. */
const share = z.number().min(0).max(1);
/** Pixels of the map (at zoom 1) beside a box: a map of ten thousand claims is smaller. */
const aside = z.number().min(-1_000_000).max(1_000_000);

/** A point of the debate, relative to the box it is on or nearest to: valid at every zoom and in every layout. */
const placeSchema = z.strictObject({
  /** A claim or position, or the motion. */
  box: z.union([z.string().regex(/^[A-Za-z0-9_-]{3,40}$/), z.literal(MOTION_ID)]),
  /** How far across the box, and down. */
  across: share,
  down: share,
  /** How far beside it, if the point is in none. */
  dx: aside,
  dy: aside,
});

export const pointerSchema = z.strictObject({
  /** Where the mouse is on the map; `null` if it is elsewhere, or not shared. */
  over: placeSchema.nullable(),
  /** The center of the view; the zoom, if it is the map. */
  look: z.strictObject({ at: placeSchema, zoom: z.number().min(0.001).max(10).nullable() }).nullable(),
});

export type PointerMessage = z.infer<typeof pointerSchema>;

/** Where one connection points and looks. `Present` says whose it is, to viewers who may know. */
export interface Pointer extends PointerMessage {
  readonly connection: string;
}

/** True if the room is so full that pointers are off. */
export interface PointersMuted {
  readonly muted: boolean;
}
