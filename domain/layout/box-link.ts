import { railBelow } from './block.ts';
import {
  type Curve,
  hungCurve,
  hungUndercutCurve,
  railCurve,
  treeCurve,
  undercutCurve,
} from './link-curve.ts';
import { MAP_GEOMETRY, type Point } from './map-geometry.ts';
import type { MapBox } from './place-boxes.ts';

/** A box's link to its parent, or to the rail it hangs from. */
export function linkOf(box: MapBox, parent: MapBox): Curve {
  if (box.hangs) return hungCurve(box);
  // A position begins at the rule above it; its text is below that.
  const begins = box.kind === 'position' ? { ...box, height: MAP_GEOMETRY.ruleWidth } : box;
  return treeCurve(begins, parent);
}

/** An undercut's link, to the point where it meets the link it attacks. */
export function undercutOf(box: MapBox, parent: MapBox, end: Point): Curve {
  if (!box.hangs) return undercutCurve(box, parent, end);
  return hungUndercutCurve(box, parent, parent.y + railBelow(parent.kind), end);
}

/** The rail from where a child's link meets it, back to the parent. */
export function railOf(parent: MapBox, child: MapBox): Curve {
  return railCurve(child, parent, parent.y + railBelow(parent.kind));
}
