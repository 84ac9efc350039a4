import type { Point } from '#domain/layout/map-geometry.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import { isTyping } from '../../core/view/own-moves.ts';
import { type Whereabouts, whereaboutsOf } from '../../features/follow/whereabouts.ts';
import type { Camera } from '../scene/camera.ts';
import type { MapScene } from '../scene/map-scene.ts';
import { pointOnMap } from '../scene/point-on-map.ts';
import { shownBox } from '../scene/shown-box.ts';

/** Milliseconds in which most of a distance is covered. */
const GLIDE = 160;
/** Maximum time of one frame, in milliseconds, for the animation. */
const LONGEST_FRAME = 64;
/** Screen pixels between the followed person's pointer and the edge of the view. */
const MARGIN = 48;
/** Distance, in screen pixels, below which the view has arrived. */
const THERE = 0.5;

/** Center and zoom of a view. */
interface Look {
  readonly middle: Point;
  readonly zoom: number;
}

/** Moves the map's view smoothly to where a person is. Returns a function that ends it. */
export function followOnMap(scene: MapScene, store: BoardStore, participantId: string): () => void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;
  let last = 0;
  const step = (now: number) => {
    const passed = Math.min(LONGEST_FRAME, now - last);
    last = now;
    frame = 0;
    const { camera } = scene;
    const where = whereaboutsOf(store, participantId);
    const goal = camera && where && lookOf(scene, camera, store, where);
    // A field being typed in stays where it is.
    if (!goal || isTyping(document.activeElement)) return;
    if (!approach(camera, goal, still.matches ? 1 : 1 - Math.exp(-passed / GLIDE))) go();
  };
  const go = () => {
    if (frame !== 0) return;
    last = performance.now();
    frame = requestAnimationFrame(step);
  };
  // After a drawing too: the map may only now be laid out, or elsewhere.
  const ends = [store.presence.pointers.subscribe(go), store.subscribe(go), scene.onDrawn(go)];
  document.addEventListener('focusout', go);
  go();
  return () => {
    for (const end of ends) end();
    document.removeEventListener('focusout', go);
    cancelAnimationFrame(frame);
  };
}

/** Returns the view to show: the person's at their zoom, with their pointer in it; otherwise near what they point at or have selected. */
function lookOf(scene: MapScene, camera: Camera, store: BoardStore, where: Whereabouts): Look | null {
  const { view } = store.state().replica;
  const pointAt = (place: Whereabouts['over']) => place && pointOnMap(scene, view, place);
  const { over, look, at } = where;
  const middle = look && pointAt(look.at);
  if (middle) {
    const zoom = look.zoom === null ? camera.readable : camera.scaleOf(look.zoom);
    return { middle: holding(camera, middle, zoom, pointAt(over)), zoom };
  }
  const box = at === null ? undefined : shownBox(scene.layout, view, at);
  const beside = pointAt(over) ?? (box && { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  return beside ? { middle: beside, zoom: camera.readable } : null;
}

/** Returns the center, moved as little as needed to show a point: their window may be larger. */
function holding(camera: Camera, middle: Point, zoom: number, point: Point | null): Point {
  if (!point) return middle;
  const reach = { x: camera.size.width / 2 - MARGIN, y: camera.size.height / 2 - MARGIN };
  return {
    x: middle.x + beyond(point.x - middle.x, reach.x / zoom),
    y: middle.y + beyond(point.y - middle.y, reach.y / zoom),
  };
}

function beyond(distance: number, reach: number): number {
  return Math.sign(distance) * Math.max(0, Math.abs(distance) - reach);
}

/** Covers this fraction of the distance. Returns true on arrival. */
function approach(camera: Camera, goal: Look, part: number): boolean {
  const { x, y, width, height } = camera.seen();
  const from = { x: x + width / 2, y: y + height / 2 };
  const { k } = camera.view;
  const [dx, dy] = [goal.middle.x - from.x, goal.middle.y - from.y];
  const zoomed = Math.abs(Math.log(goal.zoom / k));
  const there = part === 1 || (Math.hypot(dx, dy) * k < THERE && zoomed < 0.002);
  if (there && Math.hypot(dx, dy) * k < 0.01 && zoomed < 1e-6) return true;
  if (there) camera.lookFrom(goal.middle, goal.zoom);
  else camera.lookFrom({ x: from.x + dx * part, y: from.y + dy * part }, k * (goal.zoom / k) ** part);
  return there;
}
