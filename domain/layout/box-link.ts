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
import { MAP_GEOMETRY, type Point } from './map-geometry.ts';
import type { MapBox } from './place-boxes.ts';

/** A box's link to what it stands under, or to the rail it hangs from. */
export function linkOf(box: MapBox, parent: MapBox): Curve {
  if (box.hangs) return hungCurve(box);
  // A position begins at the rule over it; its words stand under that.
  const begins = box.kind === 'position' ? { ...box, height: MAP_GEOMETRY.ruleWidth } : box;
  // The motion stands over it, where the map is tall.
  if (box.kind === 'position' && parent.x + parent.width > box.x) return stemCurve(begins, parent);
  return treeCurve(begins, parent);
}

/** An undercut's link, to the point where it meets the one it attacks. */
export function undercutOf(box: MapBox, parent: MapBox, end: Point): Curve {
  if (!box.hangs) return undercutCurve(box, parent, end);
  return hungUndercutCurve(box, parent, parent.y + railBelow(parent.kind), end);
}

/** The rail from where a child's link meets it, back to the parent, or up to it where that stands over the child. */
export function railOf(parent: MapBox, child: MapBox): Curve {
  if (parent.kind === 'position' && child.x < parent.x + parent.width) return dropCurve(child, parent);
  return railCurve(child, parent, parent.y + railBelow(parent.kind));
}
