/** Units of the picture between the two columns. */
export const SWING_WIDTH = 100;
export const SWING_HEIGHT = 100;

/** Start and end of a stance in its column. */
export interface StanceBlock {
  readonly top: number;
  readonly height: number;
}

/** The places where a flow leaves one column and arrives in the other. */
interface Sides {
  readonly left: StanceBlock;
  readonly right: StanceBlock;
}

/** Returns the stances of a column, one below the other, each in proportion to its number of people. */
export function blocksOf(counts: readonly number[]): StanceBlock[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let top = 0;
  return counts.map((count) => {
    const height = all === 0 ? 0 : (count / all) * SWING_HEIGHT;
    const block = { top, height };
    top += height;
    return block;
  });
}

/** Returns the flows between two columns: on each side they are stacked without a gap, and none crosses another of its kind. */
export function flowBands(
  flows: readonly (readonly number[])[],
  before: readonly StanceBlock[],
  after: readonly StanceBlock[],
): (Sides & { readonly stance: number; readonly to: number })[] {
  const all = flows.flat().reduce((sum, count) => sum + count, 0);
  const arrived = after.map(({ top }) => top);
  return flows.flatMap((row, stance) => {
    let left = before[stance]?.top ?? 0;
    return row.flatMap((count, to) => {
      if (count === 0) return [];
      const height = (count / all) * SWING_HEIGHT;
      const sides = { left: { top: left, height }, right: { top: arrived[to] ?? 0, height } };
      left += height;
      arrived[to] = (arrived[to] ?? 0) + height;
      return [{ stance, to, ...sides }];
    });
  });
}

/** Returns a flow as a path. */
export function band({ left, right }: Sides): string {
  const half = SWING_WIDTH / 2;
  const [bottomLeft, bottomRight] = [left.top + left.height, right.top + right.height];
  return [
    `M0 ${left.top}`,
    `C${half} ${left.top} ${half} ${right.top} ${SWING_WIDTH} ${right.top}`,
    `V${bottomRight}`,
    `C${half} ${bottomRight} ${half} ${bottomLeft} 0 ${bottomLeft}`,
    'Z',
  ].join('');
}
