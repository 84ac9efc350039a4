import type { Rect } from '../../../domain/layout/map-geometry.ts';

/**
 * The same ground in fewer rectangles: of those that begin at the same place across and are as wide, such as overlap are one.
 * From afar thousands of marks lie on each other, and a canvas takes its time for each.
 */
export function joinedRects(rects: Iterable<Rect>): Rect[] {
  const columns = new Map<number, Rect[]>();
  for (const rect of rects) {
    const column = columns.get(rect.x);
    if (column) column.push(rect);
    else columns.set(rect.x, [rect]);
  }
  return [...columns.values()].flatMap(joinedColumn);
}

function joinedColumn(column: Rect[]): Rect[] {
  const joined: { x: number; y: number; width: number; height: number }[] = [];
  let last: (typeof joined)[number] | undefined;
  for (const { x, y, width, height } of column.sort((a, b) => a.y - b.y)) {
    if (last && last.width === width && y <= last.y + last.height)
      last.height = Math.max(last.height, y + height - last.y);
    else {
      last = { x, y, width, height };
      joined.push(last);
    }
  }
  return joined;
}
