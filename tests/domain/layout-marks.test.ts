import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedRects } from '../../app/_board/map/joined-rects.ts';
import { contains, type Rect } from '../../domain/layout/map-geometry.ts';

const rect: fc.Arbitrary<Rect> = fc.record({
  x: fc.nat(3),
  y: fc.nat(20),
  width: fc.integer({ min: 2, max: 3 }),
  height: fc.integer({ min: 2, max: 6 }),
});

const covers = (rects: readonly Rect[], x: number, y: number) =>
  rects.some((each) => contains(each, { x, y, width: 0, height: 0 }));

test('marks that are joined cover what they covered one by one, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 30 }), (rects) => {
      const joined = joinedRects(rects);
      expect(joined.length).toBeLessThanOrEqual(rects.length);
      for (let x = -1.25; x < 9; x += 0.5)
        for (let y = -1.25; y < 29; y += 0.5) expect(covers(joined, x, y)).toBe(covers(rects, x, y));
    }),
  );
});

test('a column of marks on each other is one', () => {
  const rects = Array.from({ length: 1_000 }, (_, nth) => ({ x: 0, y: nth, width: 5, height: 4 }));
  expect(joinedRects(rects)).toEqual([{ x: 0, y: 0, width: 5, height: 1_003 }]);
});
