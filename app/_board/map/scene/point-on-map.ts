import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Point } from '#domain/layout/map-geometry.ts';
import { GHOST_ID } from '#domain/layout/map-tree.ts';
import { placeInBox, pointOf } from '#domain/layout/place-in-box.ts';
import type { PointerMessage } from '#domain/protocol/pointer-messages.ts';
import type { MapScene } from './map-scene.ts';
import { shownBox } from './shown-box.ts';

export type Place = NonNullable<PointerMessage['over']>;

/** Returns a place's point on this map; `null` if nothing of it is shown. */
export function pointOnMap(scene: MapScene, state: DebateState, place: Place): Point | null {
  const box = shownBox(scene.layout, state, place.box);
  if (!box) return null;
  // Folded into this one: at its end, where the branch would begin.
  return box.id === place.box ? pointOf(place, box) : { x: box.x + box.width, y: box.y + box.height / 2 };
}

/** Returns the place of a point on this map, relative to the box it is on or nearest to; `null` on an empty map. */
export function placeOnMap(scene: MapScene, point: Point): Place | null {
  const nearest = scene.boxNear(point);
  // Nobody else has the viewer's unsent argument on their map yet.
  const box = nearest?.id === GHOST_ID ? scene.layout.byId.get(nearest.parent ?? '') : nearest;
  return box ? { box: box.id, ...placeInBox(point, box) } : null;
}
