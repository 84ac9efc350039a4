/** Distances of the map, in its own pixels (at zoom 1). */
export const MAP_GEOMETRY = {
  motionWidth: 232,
  /** The same where it stands over its positions, and how far these are then set in: its links run there. */
  wideMotion: 400,
  motionIndent: 28,
  positionWidth: 216,
  /** Where a position stands over its claims: how far these are set in, so that their rail runs under its words. */
  positionIndent: 34,
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
  /**
   * From a parent's middle up to its first child's at most: with the one in view, one sees where the other begins. On a phone they
   * stand side by side: what is under one another down to the tenth generation would else begin far below the first screen.
   */
  inSight: { wide: 240, tall: 0 },
  /** The rule over a position. */
  ruleWidth: 3,
  /** An undercut ends this part of the way along the link it attacks: near its claim, where no other link runs. */
  attackPoint: 0.2,
} as const;

/** Lanes beside the motion, or below it: for a screen that is higher than wide. */
export type MapForm = 'wide' | 'tall';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * The left edge of a column of the grid: the motion stands in column 0, positions in 1, claims in 2 and on. On a phone columns 1
 * and 2 begin nearly at one place: a position stands over the first of its claims.
 */
export function leftOf(column: number, form: MapForm): number {
  const { motionWidth, motionIndent, positionWidth, positionIndent, claimWidth, columnGap } = MAP_GEOMETRY;
  if (column === 0) return 0;
  const positions = form === 'tall' ? motionIndent : motionWidth + columnGap;
  if (column === 1) return positions;
  const claims = form === 'tall' ? positionIndent : positionWidth + columnGap;
  return positions + claims + (column - 2) * (claimWidth + columnGap);
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

/** A rectangle with so much more on each side. */
export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Is a rectangle wholly in another? */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Do two rectangles have a point in common? */
export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
