import { addTo } from '#domain/collections/group-by.ts';
import { crossLinksAt } from '#domain/debate/lineage/merged-contents.ts';
import type { Link } from '#domain/debate/map/link.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { frontLink } from '#domain/front/front-link.ts';
import { attackPointOf, type Curve, crossCurve } from '#domain/layout/link-curve.ts';
import type { Point, Rect } from '#domain/layout/map-geometry.ts';
import type { CanvasPicture } from './canvas-picture.ts';
import { drawAttackPoint, drawCurves } from './draw-curves.ts';

const DASH = [5, 4];
/** Line widths in screen pixels, independent of zoom. */
const WIDTH = 1.75;
const LANE = 2;
const ACTIVE = 2.5;

/** Draws every link in view: lanes in their hue, support solid, attack dashed, undercuts onto the link they attack. */
export function drawLinks(picture: CanvasPicture): void {
  const { context, palette, zoom } = picture;
  const lanes = new Map<string, Curve[]>();
  const [support, attack]: [Curve[], Curve[]] = [[], []];
  const points: Point[] = [];
  for (const box of picture.linked) {
    const curve = curveOf(picture, box);
    if (!curve) continue;
    if (box.kind === 'position') addTo(lanes, palette.hue(box.hue), curve);
    else (box.relation === 'support' ? support : attack).push(curve);
    if (box.undercuts !== null) points.push(endOf(curve));
  }
  for (const [color, curves] of lanes) drawCurves(context, curves, { color, width: LANE / zoom });
  const width = WIDTH / zoom;
  drawCurves(context, support, { color: palette.support, width });
  drawCurves(context, attack, { color: palette.attack, width, dash: DASH });
  for (const point of points) drawAttackPoint(context, point, palette.attack, palette.paper);
  drawActive(picture);
}

/** Draws the path from the active claim to the motion, stronger, and its cross-links, thin. */
function drawActive(picture: CanvasPicture): void {
  const { context, palette, layout, active, state, zoom } = picture;
  if (active === null) return;
  for (let box = layout.byId.get(active); box; box = layout.byId.get(box.parent ?? '')) {
    const curve = curveOf(picture, box);
    if (!curve) continue;
    const attack = box.relation === 'attack';
    const color = box.kind === 'position' ? palette.hue(box.hue) : attack ? palette.attack : palette.support;
    drawCurves(context, [curve], { color, width: ACTIVE / zoom, ...(attack ? { dash: DASH } : {}) });
  }
  for (const link of crossLinksAt(state, active)) drawCrossLink(picture, link);
}

function drawCrossLink(picture: CanvasPicture, link: Link): void {
  const { context, palette, zoom } = picture;
  const from = rectOf(picture, link.from);
  const to = rectOf(picture, link.target.id) ?? pointOfLink(picture, link.target.id);
  if (!from || !to) return;
  const curve = crossCurve(from, to);
  const attack = link.relation === 'attack';
  const color = attack ? palette.attack : palette.support;
  drawCurves(context, [curve], { color, width: 1.5 / zoom, dash: attack ? DASH : [1, 3] });
  const end = endOf(curve);
  context.beginPath();
  context.arc(end.x, end.y, 3, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

function curveOf({ layout, place }: CanvasPicture, box: FrontBox): Curve | null {
  return frontLink(layout, box, place);
}

function rectOf({ layout, place }: CanvasPicture, id: string): Rect | null {
  const box = layout.byId.get(id);
  return box ? place(box) : null;
}

/** Point near its source claim where others attach to a link. */
function pointOfLink(picture: CanvasPicture, linkId: string): Rect | null {
  const box = picture.layout.byId.get(picture.state.links.get(linkId)?.from ?? '');
  const curve = box?.link === linkId ? curveOf(picture, box) : null;
  return curve && { ...attackPointOf(curve), width: 0, height: 0 };
}

function endOf({ start, pieces }: Curve): Point {
  return pieces.at(-1)?.[2] ?? start;
}
