import { attackPointOf, type Curve, treeCurve, undercutCurve } from '../layout/link-curve.ts';
import { MAP_GEOMETRY, type Rect } from '../layout/map-geometry.ts';
import type { FrontBox, FrontLayout } from './front-box.ts';
import { INDENT } from './front-form.ts';

/** Returns where a box is drawn, including during animations. */
export type PlaceOf = (box: FrontBox) => Rect;

/** Returns the curve from a box to its parent. `null` if the layout needs none. */
export function frontLink(layout: FrontLayout, box: FrontBox, placeOf: PlaceOf): Curve | null {
  const parent = layout.byId.get(box.parent ?? '');
  if (!parent || box.kind === 'more') return null;
  const { columns } = layout.form;
  const [here, above] = [placeOf(box), placeOf(parent)];
  if (parent.kind === 'motion') return columns === 'motion' ? treeCurve(ruleOf(here), above) : null;
  if (parent.kind === 'position')
    return columns === 'motion' || columns === 'positions' ? treeCurve(here, ruleOf(above)) : null;
  if (columns === 'one')
    return hookCurve(here, above, box.relation === 'support' ? -HOOKS_APART : HOOKS_APART);
  const attacked =
    box.undercuts === null || parent.link !== box.undercuts ? null : frontLink(layout, parent, placeOf);
  return attacked ? undercutCurve(here, above, attackPointOf(attacked)) : treeCurve(here, above);
}

/** A position's rule, where its links attach. */
function ruleOf(position: Rect): Rect {
  return { ...position, height: MAP_GEOMETRY.ruleWidth };
}

/** Half the distance between the lines of supports and of attacks on a phone, in pixels. */
const HOOKS_APART = 3;

/** Curve from a claim's left edge up to its parent above, `aside` of the middle of the indent: supports and attacks share no line. */
function hookCurve(here: Rect, above: Rect, aside: number): Curve {
  const start = { x: here.x, y: here.y + Math.min(here.height / 2, 20) };
  const x = above.x + INDENT / 2 + aside;
  const end = { x, y: above.y + above.height };
  return { start, pieces: [[{ x, y: start.y }, { x, y: start.y }, end]] };
}
