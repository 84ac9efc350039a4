import { crossLinksAt } from '../../../domain/debate/gathered.ts';
import type { Link } from '../../../domain/debate/records/link.ts';
import type { Hue } from '../../../domain/debate/records/position.ts';
import { linkOf, railOf, undercutOf } from '../../../domain/layout/box-link.ts';
import { type Band, clipCurve } from '../../../domain/layout/clip-curve.ts';
import { attackPointOf, type Curve, crossCurve } from '../../../domain/layout/link-curve.ts';
import { MAP_GEOMETRY, type Point, type Rect } from '../../../domain/layout/map-geometry.ts';
import { boxOfLink } from '../../../domain/layout/map-layout.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { drawAttackPoint, drawCurves } from './draw-curves.ts';
import type { MapPicture } from './map-picture.ts';

const DASH = [5, 4];
/** Links of a kind that are drawn where they only pass through. */
const PASSING = 2;

/** Draws every link in view: lanes in their hue, support solid, attack dashed, undercuts onto the link they attack. */
export function drawLinks(picture: MapPicture): void {
  const { context, palette, level } = picture;
  const band = bandOf(picture);
  const lanes = new Map<string, Curve[]>();
  const [support, attack]: [Curve[], Curve[]] = [[], []];
  const points: Point[] = [];
  for (const box of thinned(picture)) {
    const curve = curveOf(picture, box);
    if (!curve) continue;
    const parts = clipCurve(curve, band);
    if (box.kind === 'position') addTo(lanes, palette.hue(box.hue), parts);
    else (box.relation === 'support' ? support : attack).push(...parts);
    if (box.undercuts !== null) points.push(endOf(curve));
  }
  for (const [hue, curve] of railsIn(picture)) addTo(lanes, palette.hue(hue), clipCurve(curve, band));
  const thin = level === 'marks';
  const width = thin ? 1 / picture.zoom : 1.5;
  const opacity = thin ? 0.5 : 0.85;
  for (const [color, curves] of lanes) drawCurves(context, curves, { color, width: thin ? width : 2 });
  drawCurves(context, support, { color: palette.support, width, opacity });
  drawCurves(context, attack, { color: palette.attack, width, opacity, ...(thin ? {} : { dash: DASH }) });
  if (!thin) for (const point of points) drawAttackPoint(context, point, palette.attack, palette.paper);
  drawActive(picture);
}

/** The way from the active claim to the motion, stronger; and its cross-links, thin. */
function drawActive(picture: MapPicture): void {
  const { context, palette, layout, active, state } = picture;
  if (active === null) return;
  for (let box = layout.byId.get(active); box; box = layout.byId.get(box.parent ?? '')) {
    const curve = curveOf(picture, box);
    const parent = layout.byId.get(box.parent ?? '');
    if (!curve || !parent) continue;
    const attack = box.relation === 'attack';
    const color = box.kind === 'position' ? palette.hue(box.hue) : attack ? palette.attack : palette.support;
    if (box.hangs) {
      const rail = railOf(parent, picture.place(box), railedAt(picture, parent));
      drawCurves(context, clipCurve(rail, bandOf(picture)), { color: palette.hue(parent.hue), width: 3.5 });
    }
    drawCurves(context, clipCurve(curve, bandOf(picture)), {
      color,
      width: 2.5,
      ...(attack ? { dash: DASH } : {}),
    });
  }
  for (const link of crossLinksAt(state, active)) drawCrossLink(picture, link);
}

/** Every rail that may be in view, column by column, with its hue. */
function railsIn(picture: MapPicture): [Hue | null, Curve][] {
  const { layout, seen, place } = picture;
  const rails: [Hue | null, Curve][] = [];
  for (const parent of layout.railed) {
    for (const last of railEnds(picture, parent)) {
      if (parent.y > seen.y + seen.height || last.y + last.height < seen.y) continue;
      rails.push([parent.hue, railOf(parent, place(last), railedAt(picture, parent))]);
    }
  }
  return rails;
}

/** The last box in each column to which the rail of this one leads. */
function railEnds({ layout, railed }: MapPicture, parent: MapBox): MapBox[] {
  if (railed === null) return parent.rail.flatMap((id) => layout.byId.get(id) ?? []);
  const lowest = new Map<number, MapBox>();
  const ids = railed.has(parent.id) ? parent.children : [];
  for (const id of ids) {
    const box = railed.has(id) ? layout.byId.get(id) : undefined;
    if (box?.hangs) lowest.set(box.x, box);
  }
  return [...lowest.values()];
}

function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, items: readonly Item[]): void {
  const group = groups.get(key);
  if (group) group.push(...items);
  else groups.set(key, [...items]);
}

function drawCrossLink(picture: MapPicture, link: Link): void {
  const { context, palette } = picture;
  const from = placeOf(picture, link.from);
  const to = placeOf(picture, link.target.id) ?? pointOfLink(picture, link.target.id);
  if (!from || !to) return;
  const curve = crossCurve(from, to);
  const attack = link.relation === 'attack';
  const color = attack ? palette.attack : palette.support;
  drawCurves(context, clipCurve(curve, bandOf(picture)), {
    color,
    width: 1.25,
    dash: attack ? DASH : [1, 3],
    opacity: 0.9,
  });
  const end = endOf(curve);
  context.beginPath();
  context.arc(end.x, end.y, 3, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

/**
 * Boxes whose links are drawn. Under a parent with hundreds of arguments most links only pass through the view, on top of
 * each other: a few of them look the same.
 */
function thinned(picture: MapPicture): MapBox[] {
  const { linked, layout, seen } = picture;
  const passing = new Map<string, number>();
  return linked.filter((box) => {
    const parent = layout.byId.get(box.parent ?? '');
    if (!parent || isTiny(picture, box, parent)) return false;
    if (isBeside(box, seen) || isBeside(parent, seen)) return true;
    const key = `${parent.id} ${box.relation}`;
    const count = (passing.get(key) ?? 0) + 1;
    passing.set(key, count);
    return count <= PASSING;
  });
}

/** Is its link too short on the screen to be seen as a line? From afar most are: told before ten thousand curves are made. */
function isTiny({ zoom, place }: MapPicture, box: MapBox, parent: MapBox): boolean {
  if (box.kind === 'position' || box.undercuts !== null) return false;
  const { railReach, railTurn } = MAP_GEOMETRY;
  if (box.hangs) return isShort(railReach * zoom, railTurn * zoom);
  const [here, above] = [place(box), place(parent)];
  const across = here.x - above.x - above.width;
  const down = here.y + here.height / 2 - above.y - above.height / 2;
  return isShort(Math.abs(across) * zoom, Math.abs(down) * zoom);
}

/** Too short to be seen as a line, in pixels of the screen. */
function isShort(across: number, down: number): boolean {
  return across < 2 && down < 4;
}

/** Does it stand at a height that is in view? */
function isBeside(box: MapBox, seen: Rect): boolean {
  return box.y + box.height >= seen.y && box.y <= seen.y + seen.height;
}

/** What is in view, in steps of its own height: the dashes of a cut link then stay where they are while one pans. */
function bandOf({ seen }: MapPicture): Band {
  const step = 2 ** Math.ceil(Math.log2(Math.max(1, seen.height)));
  const top = Math.floor(seen.y / step) * step - step / 4;
  return { top, bottom: top + 2.5 * step };
}

function curveOf(picture: MapPicture, box: MapBox): Curve | null {
  const parent = picture.layout.byId.get(box.parent ?? '');
  if (!parent) return null;
  const [here, above] = [drawnAt(picture, box), picture.place(parent)];
  const attacked = box.undercuts === null ? undefined : boxOfLink(picture.layout, box.undercuts);
  const point = attacked && attackPointIn(picture, attacked);
  return point ? undercutOf(box, parent, here, above, point) : linkOf(box, here, above);
}

/** Where its link begins: from afar a position that no rail leads on from is drawn as a rule in the middle of where it stands. */
function drawnAt({ level, place }: MapPicture, box: MapBox): Rect {
  const here = place(box);
  if (level === 'cards' || box.kind !== 'position' || box.rail.length > 0) return here;
  return { ...here, y: here.y + (here.height - MAP_GEOMETRY.ruleWidth) / 2 };
}

/** Where its rail begins: from afar a position that heads its lane is drawn as its rule alone, and its words over that. */
function railedAt({ level, place }: MapPicture, parent: MapBox): Rect {
  const here = place(parent);
  if (level === 'cards' || parent.kind !== 'position') return here;
  return { x: here.x, y: here.y, width: here.width, height: MAP_GEOMETRY.ruleWidth };
}

function placeOf(picture: MapPicture, id: string): Rect | null {
  const box = picture.layout.byId.get(id);
  return box ? picture.place(box) : null;
}

function pointOfLink(picture: MapPicture, linkId: string): Rect | null {
  const box = boxOfLink(picture.layout, linkId);
  const point = box && attackPointIn(picture, box);
  return point ? { ...point, width: 0, height: 0 } : null;
}

function attackPointIn(picture: MapPicture, box: MapBox): Point | null {
  const above = placeOf(picture, box.parent ?? '');
  return above && attackPointOf(linkOf(box, picture.place(box), above));
}

function endOf({ start, pieces }: Curve): Point {
  return pieces.at(-1)?.[2] ?? start;
}
