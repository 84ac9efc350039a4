import { addTo } from '#domain/collections/group-by.ts';
import { crossLinksAt } from '#domain/debate/lineage/merged-contents.ts';
import { linkOf, railOf, undercutOf } from '#domain/layout/box-link.ts';
import { attackPointOf, type Curve, crossCurve } from '#domain/layout/link-curve.ts';
import type { Point, Rect } from '#domain/layout/map-geometry.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import type { MapPicture } from './debate-picture.ts';
import { hueIn } from './map-colours.ts';
import { type Painting, paintAttackPoint } from './paint-card.ts';
import type { Paint } from './painter.ts';
import { circlePath, curvePath } from './paths.ts';

const DASH = [5, 4];

/** The boxes whose links are drawn, and the line weight at a small scale. */
export interface LinksWanted {
  readonly boxes: readonly MapBox[];
  /** Parents whose rails are drawn. */
  readonly railed: readonly MapBox[];
  /** 1: as on the board close up. */
  readonly thickness: number;
  /** True if the picture is too small for dashes and for undercut marks. */
  readonly far: boolean;
}

/** Draws links as the board does: lanes in their hue, support solid, attack dashed, undercuts onto the link they attack; cross-links thin. */
export function paintLinks(painting: Painting, { boxes, railed, thickness, far }: LinksWanted): void {
  const { picture, painter, colours } = painting;
  const { layout } = picture;
  const lanes = new Map<string, Curve[]>();
  const [support, attack]: [Curve[], Curve[]] = [[], []];
  const points: Point[] = [];
  for (const box of boxes) {
    const curve = curveOf(picture, box);
    if (!curve) continue;
    if (box.kind === 'position') addTo(lanes, hueIn(colours, box.hue), curve);
    else (box.relation === 'support' ? support : attack).push(curve);
    if (box.undercuts !== null) points.push(endOf(curve));
  }
  for (const parent of railed)
    for (const id of parent.rail) {
      const last = layout.byId.get(id);
      if (last) addTo(lanes, hueIn(colours, parent.hue), railOf(parent, last));
    }
  painter.begin({ kind: 'links', label: '' });
  const draw = (curves: readonly Curve[], paint: Paint) => {
    if (curves.length > 0) painter.shape(curvePath(curves), paint);
  };
  for (const [stroke, curves] of lanes) draw(curves, { stroke, width: 2 * thickness });
  const line = { width: 1.5 * thickness, opacity: far ? 0.5 : 0.85 };
  draw(support, { ...line, stroke: colours.support });
  draw(attack, { ...line, stroke: colours.attack, ...(far ? {} : { dash: DASH }) });
  if (!far) {
    for (const { x, y } of points) paintAttackPoint(painting, x, y);
    paintCrossLinks(painting, boxes);
  }
  painter.end();
}

function paintCrossLinks({ picture, painter, colours }: Painting, boxes: readonly MapBox[]): void {
  const { layout, state } = picture;
  for (const box of boxes) {
    for (const { from, target, relation } of crossLinksAt(state, box.id)) {
      if (from !== box.id) continue;
      const to = layout.byId.get(target.id) ?? pointOfLink(picture, target.id);
      if (!to) continue;
      const curve = crossCurve(box, to);
      const isAttack = relation === 'attack';
      const stroke = isAttack ? colours.attack : colours.support;
      painter.shape(curvePath([curve]), {
        stroke,
        width: 1.25,
        dash: isAttack ? DASH : [1, 3],
        opacity: 0.9,
      });
      const { x, y } = endOf(curve);
      painter.shape(circlePath(x, y, 3), { fill: stroke });
    }
  }
}

function curveOf(picture: MapPicture, box: MapBox): Curve | null {
  const parent = picture.layout.byId.get(box.parent ?? '');
  if (!parent) return null;
  const point = box.undercuts === null ? null : attackPointIn(picture, box.undercuts);
  return point ? undercutOf(box, parent, point) : linkOf(box, parent);
}

function pointOfLink(picture: MapPicture, linkId: string): Rect | null {
  const point = attackPointIn(picture, linkId);
  return point && { ...point, width: 0, height: 0 };
}

/** The point where a link is attacked; undercuts of cross-links are not drawn on the map. */
function attackPointIn({ layout, state }: MapPicture, linkId: string): Point | null {
  const box = layout.byId.get(state.links.get(linkId)?.from ?? '');
  const above = layout.byId.get(box?.parent ?? '');
  return box?.link === linkId && above ? attackPointOf(linkOf(box, above)) : null;
}

function endOf({ start, pieces }: Curve): Point {
  return pieces.at(-1)?.[2] ?? start;
}
