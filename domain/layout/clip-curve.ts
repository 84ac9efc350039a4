import type { Curve } from './link-curve.ts';
import type { Point } from './map-geometry.ts';

/** The horizontal band of the map that is drawn. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

type Piece = Curve['pieces'][number];

/**
 * The part of a curve inside a band, as curves of their own. A link may be a hundred screens long, and dashing it costs by
 * its length. Every piece goes steadily up or down, as all of ours do.
 */
export function clipCurve({ start, pieces }: Curve, band: Band): Curve[] {
  const clipped: Curve[] = [];
  let from = start;
  for (const piece of pieces) {
    const part = clipPiece(from, piece, band);
    if (part) clipped.push(part);
    from = piece[2];
  }
  return clipped;
}

function clipPiece(from: Point, piece: Piece, { top, bottom }: Band): Curve | null {
  const [, , to] = piece;
  const [upper, lower] = from.y <= to.y ? [from.y, to.y] : [to.y, from.y];
  if (lower < top || upper > bottom) return null;
  if (upper >= top && lower <= bottom) return { start: from, pieces: [piece] };
  const first = from.y < top ? partAt(from, piece, top) : from.y > bottom ? partAt(from, piece, bottom) : 0;
  const last = to.y < top ? partAt(from, piece, top) : to.y > bottom ? partAt(from, piece, bottom) : 1;
  return between(from, piece, first, last);
}

/** How far along a piece a height is reached. */
function partAt(from: Point, [a, b, to]: Piece, y: number): number {
  let [low, high] = [0, 1];
  const down = from.y <= to.y;
  for (let step = 0; step < 24; step += 1) {
    const t = (low + high) / 2;
    const rest = 1 - t;
    const at = rest ** 3 * from.y + 3 * rest * t * (rest * a.y + t * b.y) + t ** 3 * to.y;
    if (at < y === down) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

function between(from: Point, piece: Piece, first: number, last: number): Curve {
  const { at, after } = split(from, piece, first);
  const { before } = split(at, after, first >= 1 ? 0 : (last - first) / (1 - first));
  return { start: at, pieces: [before] };
}

/** Cuts a piece in two, by de Casteljau's construction. */
function split(from: Point, [a, b, to]: Piece, t: number): { before: Piece; at: Point; after: Piece } {
  const [p, q, r] = [mix(from, a, t), mix(a, b, t), mix(b, to, t)];
  const [u, v] = [mix(p, q, t), mix(q, r, t)];
  const at = mix(u, v, t);
  return { before: [p, u, at], at, after: [v, r, to] };
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
