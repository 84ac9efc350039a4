import { z } from 'zod';
import { MOTION_ID } from '../layout/map-tree.ts';

/** A part of a box's width or height. */
const share = z.number().min(0).max(1);
/** Pixels of the map (at zoom 1) beside a box: a map of ten thousand claims is smaller. */
const aside = z.number().min(-1_000_000).max(1_000_000);

/** A point of the debate, told by the box it is on or nearest to: right at every zoom and in every layout. */
const placeSchema = z.strictObject({
  /** A claim or position, or the motion. */
  box: z.union([z.string().regex(/^[A-Za-z0-9_-]{3,40}$/), z.literal(MOTION_ID)]),
  /** How far across the box, and down. */
  across: share,
  down: share,
  /** How far beside it, where the point is in none. */
  dx: aside,
  dy: aside,
});

export const pointerSchema = z.strictObject({
  /** Where the mouse is on the map; null where it is not, or where one does not show it. */
  over: placeSchema.nullable(),
  /** What is in the middle of the view; the zoom, where it is the map. */
  look: z.strictObject({ at: placeSchema, zoom: z.number().min(0.001).max(10).nullable() }).nullable(),
});

export type PointerMessage = z.infer<typeof pointerSchema>;

/** Where one connection points and looks. Whose it is, `Present` tells, to those who may know. */
export interface Pointer extends PointerMessage {
  readonly connection: string;
}

/** Whether the room is so full that nobody points. */
export interface PointersMuted {
  readonly quiet: boolean;
}
