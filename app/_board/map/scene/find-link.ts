import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';
import { frontLink } from '#domain/front/front-link.ts';
import { pointOn } from '#domain/layout/link-curve.ts';
import type { Point } from '#domain/layout/map-geometry.ts';
import type { SpatialIndex } from '#domain/layout/spatial-index.ts';
import type { Camera } from './camera.ts';

/** Distance in screen pixels within which a link is hit. */
const REACH = 8;

/** Returns the claim's link nearest to a point of the window, if any is near. */
export function findLink(
  camera: Camera,
  links: SpatialIndex<FrontBox>,
  layout: FrontLayout,
  client: Point,
): string | null {
  const point = camera.toMap(client);
  const reach = REACH / camera.view.k;
  const around = { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach };
  let [found, nearest]: [string | null, number] = [null, reach];
  for (const box of links.within(around)) {
    const curve = box.link === null || box.undercuts !== null ? null : frontLink(layout, box, (each) => each);
    if (!curve) continue;
    for (let part = 0; part <= 1; part += 0.05) {
      const on = pointOn(curve, part);
      const distance = Math.hypot(on.x - point.x, on.y - point.y);
      if (distance < nearest) [found, nearest] = [box.link, distance];
    }
  }
  return found;
}
