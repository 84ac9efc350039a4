import { MAP_GEOMETRY, type Point, type Rect } from './map-geometry.ts';

const RAIL_CORNER = 10;

/** A curve as cubic pieces after its start: two control points and an end each. */
export interface Curve {
  readonly start: Point;
  readonly pieces: readonly (readonly [Point, Point, Point])[];
}

/** From a child's left edge into the middle of its parent's right edge. */
export function treeCurve(child: Rect, parent: Rect): Curve {
  return bend({ x: child.x, y: middle(child) }, { x: parent.x + parent.width, y: middle(parent) });
}

/** From a child's left edge into the rail that its column hangs from. */
export function hungCurve(child: Rect): Curve {
  const { railReach, railTurn } = MAP_GEOMETRY;
  const [rail, y] = [child.x - railReach, middle(child)];
  const end = { x: rail, y: y - railTurn };
  return {
    start: { x: child.x, y },
    pieces: [[{ x: rail + railReach / 3, y }, { x: rail, y: y - railTurn / 3 }, end]],
  };
}

/** From a child's link back along the rail, up its column and over the columns before it, to the parent's right edge. */
export function railCurve(child: Rect, parent: Rect, railY: number): Curve {
  const { railReach, railTurn } = MAP_GEOMETRY;
  const x = child.x - railReach;
  const start = { x, y: middle(child) - railTurn };
  const below = { x, y: railY + RAIL_CORNER };
  const beside = { x: x - RAIL_CORNER, y: railY };
  const end = { x: Math.min(parent.x + parent.width, beside.x), y: railY };
  return {
    start,
    pieces: [
      [start, below, below],
      [{ x, y: railY + RAIL_CORNER / 2 }, { x: x - RAIL_CORNER / 2, y: railY }, beside],
      [beside, end, end],
    ],
  };
}

/** Where an undercut meets the link it attacks. */
export function attackPointOf(link: Curve): Point {
  return pointOn(link, MAP_GEOMETRY.attackPoint);
}

/** From an undercut's card around the claim beside it, onto that claim's link at `end`. */
export function undercutCurve(undercut: Rect, claim: Rect, end: Point): Curve {
  const below = middle(undercut) >= middle(claim);
  const reach = MAP_GEOMETRY.siblingGap / 2;
  const y = below ? claim.y + claim.height + reach : claim.y - reach;
  const start = { x: undercut.x, y: middle(undercut) };
  const right = { x: claim.x + claim.width, y };
  const left = { x: claim.x, y };
  const corner = { x: end.x, y };
  return {
    start,
    pieces: [...bend(start, right).pieces, [right, left, left], [corner, corner, end]],
  };
}

/** The same for one that hangs from the claim's rail: along the rail, then above the claim. */
export function hungUndercutCurve(undercut: Rect, claim: Rect, railY: number, end: Point): Curve {
  const { start, pieces } = hungCurve(undercut);
  const right = claim.x + claim.width;
  const rail = railCurve(undercut, { ...claim, width: claim.width + RAIL_CORNER }, railY);
  const y = claim.y - MAP_GEOMETRY.siblingGap / 2;
  const turn = right + RAIL_CORNER / 2;
  const over = { x: right - RAIL_CORNER / 2, y };
  const left = { x: claim.x, y };
  const corner = { x: end.x, y };
  return {
    start,
    pieces: [
      ...pieces,
      ...rail.pieces,
      [{ x: turn, y: railY }, { x: turn, y }, over],
      [over, left, left],
      [corner, corner, end],
    ],
  };
}

/** A cross-link: from one card's nearer side to another's, bowed so that it reads apart from the tree. */
export function crossCurve(from: Rect, to: Rect): Curve {
  if (from.x > to.x + to.width) return treeCurve(from, to);
  if (to.x > from.x + from.width) {
    return bend({ x: from.x + from.width, y: middle(from) }, { x: to.x, y: middle(to) });
  }
  const bow = MAP_GEOMETRY.columnGap * 0.8;
  const start = { x: from.x + from.width, y: middle(from) };
  const end = { x: to.x + to.width, y: middle(to) };
  const out = Math.max(start.x, end.x) + bow;
  return { start, pieces: [[{ x: out, y: start.y }, { x: out, y: end.y }, end]] };
}

/** The point at a fraction (0 to 1) of a curve's first piece. */
export function pointOn({ start, pieces }: Curve, t: number): Point {
  const [a, b, end] = pieces[0] ?? [start, start, start];
  const at = (p0: number, p1: number, p2: number, p3: number) =>
    (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3;
  return { x: at(start.x, a.x, b.x, end.x), y: at(start.y, a.y, b.y, end.y) };
}

function bend(start: Point, end: Point): Curve {
  const half = (start.x + end.x) / 2;
  return { start, pieces: [[{ x: half, y: start.y }, { x: half, y: end.y }, end]] };
}

function middle(rect: Rect): number {
  return rect.y + rect.height / 2;
}
