import { describe, expect, test } from 'vitest';
import {
  attackPointOf,
  type Curve,
  crossCurve,
  hungCurve,
  hungUndercutCurve,
  pointOn,
  railCurve,
  treeCurve,
  undercutCurve,
} from '#domain/layout/link-curve.ts';
import { MAP_GEOMETRY } from '#domain/layout/map-geometry.ts';

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

describe('the pieces of a curve', () => {
  const rect = (x: number, y: number) => ({ x, y, width: 100, height: 40 });
  const end = { x: 160, y: 90 };

  test.each<[string, () => Curve, Curve]>([
    [
      'to a parent on the left',
      () => crossCurve(rect(300, 100), rect(0, 0)),
      {
        start: { x: 300, y: 120 },
        pieces: [
          [
            { x: 200, y: 120 },
            { x: 200, y: 20 },
            { x: 100, y: 20 },
          ],
        ],
      },
    ],
    [
      'to a claim on the right',
      () => crossCurve(rect(0, 0), rect(300, 100)),
      {
        start: { x: 100, y: 20 },
        pieces: [
          [
            { x: 200, y: 20 },
            { x: 200, y: 120 },
            { x: 300, y: 120 },
          ],
        ],
      },
    ],
    // Bowed by 35.2, which is 0.8 of the gap between columns.
    [
      'to one of the same column',
      () => crossCurve(rect(0, 0), rect(100, 100)),
      {
        start: { x: 100, y: 20 },
        pieces: [
          [
            { x: 235.2, y: 20 },
            { x: 235.2, y: 120 },
            { x: 200, y: 120 },
          ],
        ],
      },
    ],
    [
      'back from one of the same column',
      () => crossCurve(rect(100, 100), rect(0, 0)),
      {
        start: { x: 200, y: 120 },
        pieces: [
          [
            { x: 235.2, y: 120 },
            { x: 235.2, y: 20 },
            { x: 100, y: 20 },
          ],
        ],
      },
    ],
    [
      'to the rail it hangs from',
      () => hungCurve(rect(300, 100)),
      {
        start: { x: 300, y: 120 },
        pieces: [
          [
            { x: 284, y: 120 },
            { x: 276, y: 120 - 16 / 3 },
            { x: 276, y: 104 },
          ],
        ],
      },
    ],
    [
      'along the rail',
      () => railCurve(rect(300, 100), rect(0, 0), 16),
      {
        start: { x: 276, y: 104 },
        pieces: [
          [
            { x: 276, y: 104 },
            { x: 276, y: 26 },
            { x: 276, y: 26 },
          ],
          [
            { x: 276, y: 21 },
            { x: 271, y: 16 },
            { x: 266, y: 16 },
          ],
          [
            { x: 266, y: 16 },
            { x: 100, y: 16 },
            { x: 100, y: 16 },
          ],
        ],
      },
    ],
    // The line of an undercut goes around the claim, which is from 180 to 280 and from 60 to 100, at a distance of 8: below it at 108 or
    // above it at 52, whichever is the undercut's side. It turns halfway between the two, and at 160, where it meets the link.
    [
      'from an undercut below the claim',
      () => undercutCurve(rect(300, 100), rect(180, 60), end),
      {
        start: { x: 300, y: 120 },
        pieces: [
          [
            { x: 290, y: 120 },
            { x: 290, y: 108 },
            { x: 280, y: 108 },
          ],
          [
            { x: 280, y: 108 },
            { x: 180, y: 108 },
            { x: 180, y: 108 },
          ],
          [{ x: 160, y: 108 }, { x: 160, y: 108 }, end],
        ],
      },
    ],
    [
      'from an undercut beside it',
      () => undercutCurve(rect(300, 60), rect(180, 60), end),
      {
        start: { x: 300, y: 80 },
        pieces: [
          [
            { x: 290, y: 80 },
            { x: 290, y: 108 },
            { x: 280, y: 108 },
          ],
          [
            { x: 280, y: 108 },
            { x: 180, y: 108 },
            { x: 180, y: 108 },
          ],
          [{ x: 160, y: 108 }, { x: 160, y: 108 }, end],
        ],
      },
    ],
    [
      'from an undercut above it',
      () => undercutCurve(rect(300, 0), rect(180, 60), end),
      {
        start: { x: 300, y: 20 },
        pieces: [
          [
            { x: 290, y: 20 },
            { x: 290, y: 52 },
            { x: 280, y: 52 },
          ],
          [
            { x: 280, y: 52 },
            { x: 180, y: 52 },
            { x: 180, y: 52 },
          ],
          [{ x: 160, y: 52 }, { x: 160, y: 52 }, end],
        ],
      },
    ],
    // The rail is 24 before the undercut and at 76, with corners of 10. It goes on to 10 behind the claim, and turns to 8 above it.
    [
      'from an undercut that hangs from the claim’s rail',
      () => hungUndercutCurve(rect(400, 100), rect(180, 60), 76, end),
      {
        start: { x: 400, y: 120 },
        pieces: [
          [
            { x: 384, y: 120 },
            { x: 376, y: 120 - 16 / 3 },
            { x: 376, y: 104 },
          ],
          [
            { x: 376, y: 104 },
            { x: 376, y: 86 },
            { x: 376, y: 86 },
          ],
          [
            { x: 376, y: 81 },
            { x: 371, y: 76 },
            { x: 366, y: 76 },
          ],
          [
            { x: 366, y: 76 },
            { x: 290, y: 76 },
            { x: 290, y: 76 },
          ],
          [
            { x: 285, y: 76 },
            { x: 285, y: 52 },
            { x: 275, y: 52 },
          ],
          [
            { x: 275, y: 52 },
            { x: 180, y: 52 },
            { x: 180, y: 52 },
          ],
          [{ x: 160, y: 52 }, { x: 160, y: 52 }, end],
        ],
      },
    ],
  ])('%s', (_, curveOf, expected) => {
    expect(curveOf()).toEqual(expected);
  });

  test('a point on the way divides the distance by the weights of a cubic curve', () => {
    const curve: Curve = {
      start: { x: 0, y: 8 },
      pieces: [
        [
          { x: 8, y: 0 },
          { x: 16, y: 0 },
          { x: 40, y: 24 },
        ],
      ],
    };
    expect([0, 0.5, 1].map((t) => pointOn(curve, t))).toEqual([
      { x: 0, y: 8 },
      { x: 14, y: 4 },
      { x: 40, y: 24 },
    ]);
  });
});
