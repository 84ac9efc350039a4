/** Distances on the map, in its own pixels (at zoom 1). */
export const MAP_GEOMETRY = {
  motionWidth: 232,
  positionWidth: 216,
  claimWidth: 280,
  /** Between a column and the next: room for a link to bend. */
  columnGap: 44,
  /** Between claims under one parent; a link that goes around a card runs in it. */
  siblingGap: 16,
  /** Between claims of one column under different parents. */
  cousinGap: 26,
  /** Between the lanes of two positions. */
  laneGap: 52,
  /** From a card back to the rail its column hangs from, and how far above its middle its link leaves that rail. */
  railReach: 24,
  railTurn: 16,
  /** From a rail down to the first card of a column. */
  railGap: 20,
  /** Where a rail leaves a claim, below its upper edge. */
  claimRail: 16,
  /** Maximum distance of a parent's middle below its first child's, so that both are visible together. */
  inSight: 240,
  /** The rule over a position. */
  ruleWidth: 3,
  /** An undercut ends at this fraction of the link it attacks: near its claim, where no other link runs. */
  attackPoint: 0.2,
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Left edge of a grid column: 0 is the motion, 1 the positions, 2 and up the claims. */
export function leftOf(column: number): number {
  const { motionWidth, positionWidth, claimWidth, columnGap } = MAP_GEOMETRY;
  if (column === 0) return 0;
  const positions = motionWidth + columnGap;
  if (column === 1) return positions;
  return positions + positionWidth + columnGap + (column - 2) * (claimWidth + columnGap);
}

/** The smallest rectangle around all of these; empty at the origin for none. */
export function boundsOf(rects: Iterable<Rect>): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A rectangle enlarged on each side. */
export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** True if a rectangle is entirely in another. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** True if two rectangles have a point in common. */
export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
