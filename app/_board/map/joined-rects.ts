import { grown, type Rect } from '../../../domain/layout/map-geometry.ts';

/** Rectangles that begin at the same place across, from the top down. */
export type Columns = readonly (readonly Rect[])[];

/** Rectangles by columns. */
export function inColumns(rects: Iterable<Rect>): Columns {
  const columns = new Map<number, Rect[]>();
  for (const rect of rects) {
    const column = columns.get(rect.x);
    if (column) column.push(rect);
    else columns.set(rect.x, [rect]);
  }
  return [...columns.values()].map((column) => column.sort((a, b) => a.y - b.y));
}

/**
 * The same ground in fewer rectangles, each grown by so much on all sides: those of a column that overlap are one. From afar
 * thousands of marks lie on each other, and a canvas takes its time for each.
 */
export function joinedRects(columns: Columns, reach: number): Rect[] {
  return columns.flatMap((column) => {
    const joined: { x: number; y: number; width: number; height: number }[] = [];
    for (const rect of column) {
      const { x, y, width, height } = grown(rect, reach);
      const last = joined.at(-1);
      if (last && last.width === width && y <= last.y + last.height)
        last.height = Math.max(last.height, y + height - last.y);
      else joined.push({ x, y, width, height });
    }
    return joined;
  });
}
