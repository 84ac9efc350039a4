/**
 * Divides parts of these heights, in order, into columns about as tall as `limit` and similar to each other; one column if they are no
 * taller than that. Returns the number of parts in each column.
 */
export function breakColumns(heights: readonly number[], limit: number): number[] {
  let left = heights.reduce((sum, height) => sum + height, 0);
  const count = Math.min(heights.length, Math.max(1, Math.ceil(left / limit)));
  const columns: number[] = [];
  let at = 0;
  for (let more = count; more > 1; more -= 1) {
    const wanted = left / more;
    let [taken, height] = [1, heights[at] ?? 0];
    while (at + taken <= heights.length - more) {
      const next = heights[at + taken] ?? 0;
      if (height + next / 2 > wanted) break;
      height += next;
      taken += 1;
    }
    columns.push(taken);
    at += taken;
    left -= height;
  }
  return [...columns, heights.length - at];
}
