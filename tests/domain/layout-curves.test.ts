import { describe, expect, test } from 'vitest';
import {
  attackPointOf,
  type Curve,
  pointOn,
  treeCurve,
  undercutCurve,
} from '../../domain/layout/link-curve.ts';
import { MAP_GEOMETRY } from '../../domain/layout/map-geometry.ts';

const parent = { x: 0, y: 0, width: 200, height: 100 };
const claim = { x: 244, y: 300, width: 280, height: 120 };

/** Many points along a curve. */
function trace({ start, pieces }: Curve) {
  let from = start;
  return pieces.flatMap((piece) => {
    const curve = { start: from, pieces: [piece] };
    from = piece[2];
    return Array.from({ length: 41 }, (_, step) => pointOn(curve, step / 40));
  });
}

describe('links', () => {
  test('run from the child’s left edge into the middle of the parent’s right edge', () => {
    const points = trace(treeCurve(claim, parent));
    expect(points[0]).toEqual({ x: 244, y: 360 });
    expect(points.at(-1)).toEqual({ x: 200, y: 50 });
  });

  test('an undercut goes around the claim whose link it attacks, and ends on that link', () => {
    const undercut = { x: 568, y: 500, width: 280, height: 90 };
    const end = attackPointOf(treeCurve(claim, parent));
    const points = trace(undercutCurve(undercut, claim, end));
    const crossed = points.filter(
      ({ x, y }) => x > claim.x && x < claim.x + claim.width && y > claim.y && y < claim.y + claim.height,
    );
    expect(crossed).toEqual([]);
    const last = points.at(-1);
    expect(last?.x).toBeCloseTo(end.x);
    expect(last?.y).toBeCloseTo(end.y);
    expect(pointOn(treeCurve(claim, parent), MAP_GEOMETRY.attackPoint)).toEqual(end);
  });
});
