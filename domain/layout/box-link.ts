import { railBelow } from './block.ts';
import {
  type Curve,
  dropCurve,
  hungCurve,
  hungUndercutCurve,
  railCurve,
  stemCurve,
  treeCurve,
  undercutCurve,
} from './link-curve.ts';
import { MAP_GEOMETRY, type Point, type Rect } from './map-geometry.ts';
import type { MapBox } from './place-boxes.ts';

/** A box's link to what it stands under, or to the rail it hangs from; for where both are on their way. */
export function linkOf(box: MapBox, here: Rect, above: Rect): Curve {
  if (box.hangs) return hungCurve(here);
  // A position begins at the rule over it; its words stand under that.
  const begins = box.kind === 'position' ? { ...here, height: MAP_GEOMETRY.ruleWidth } : here;
  // The motion stands over it, where the map is tall.
  if (box.kind === 'position' && above.x + above.width > here.x) return stemCurve(begins, above);
  return treeCurve(begins, above);
}

/** An undercut's link, to the point where it meets the one it attacks. */
export function undercutOf(box: MapBox, parent: MapBox, here: Rect, above: Rect, end: Point): Curve {
  if (!box.hangs) return undercutCurve(here, above, end);
  return hungUndercutCurve(here, above, above.y + railBelow(parent.kind), end);
}

/** The rail from where a child's link meets it, back to the parent, or up to it where that stands over the child. */
export function railOf(parent: MapBox, child: Rect, above: Rect): Curve {
  if (parent.kind === 'position' && child.x < above.x + above.width) return dropCurve(child, above);
  return railCurve(child, above, above.y + railBelow(parent.kind));
}
