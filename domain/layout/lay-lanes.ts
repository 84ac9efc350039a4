import { type ColumnRules, layBlock, type SubtreeBlock } from './block.ts';
import { extentOf } from './contour.ts';
import { leftOf, MAP_GEOMETRY } from './map-geometry.ts';

/** Target ratio of width to height. */
const ASPECT = 1.6;
/** A map no taller than this, in pixels, has no columns. */
const LOW = 1_500;
/** Minimum height of a column worth breaking for, and the step between heights that are tried. */
const LEAST = 640;
const STEP = 1.2;

/**
 * Lanes with the proportions of a screen: unchanged if they are low or wide enough, otherwise in columns of the height that comes nearest.
 */
export function fitLanes(whole: readonly SubtreeBlock[]): readonly SubtreeBlock[] {
  if (heightOf(whole) <= LOW || aspectOf(whole) >= ASPECT) return whole;
  let wide: readonly SubtreeBlock[] | null = null;
  let narrow = whole;
  // The taller the columns, the narrower the map.
  let [low, high] = [0, Math.ceil(Math.log(heightOf(whole) / LEAST) / Math.log(STEP))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const rules = { limit: Math.round(LEAST * STEP ** middle) };
    const tried = whole.map((lane) => layAgain(lane, rules));
    if (aspectOf(tried) >= ASPECT) {
      wide = tried;
      low = middle + 1;
    } else {
      narrow = tried;
      high = middle;
    }
  }
  return wide !== null && offBy(wide) < offBy(narrow) ? wide : narrow;
}

/**
 * A lane with columns of another height; a block whose columns aren't taller than that is reused. Iterative, like all tree traversals here:
 * trees may be very deep.
 */
function layAgain(root: SubtreeBlock, rules: ColumnRules): SubtreeBlock {
  const open: { readonly block: SubtreeBlock; readonly children: SubtreeBlock[] }[] = [
    { block: root, children: [] },
  ];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { block, children } = last;
    const concerned = block.tallest > rules.limit;
    const next = block.children[children.length]?.block;
    if (concerned && next) {
      open.push({ block: next, children: [] });
      continue;
    }
    const laid = concerned ? layBlock(block.node, block.height, children, rules) : block;
    open.pop();
    const above = open.at(-1);
    if (!above) return laid;
    above.children.push(laid);
  }
  return root;
}

/** The factor by which it is too wide or too tall. */
function offBy(lanes: readonly SubtreeBlock[]): number {
  const ratio = aspectOf(lanes) / ASPECT;
  return Math.max(ratio, 1 / ratio);
}

function aspectOf(lanes: readonly SubtreeBlock[]): number {
  const columns = Math.max(...lanes.map(({ contour }) => contour.tops.length));
  return (leftOf(columns + 1) - MAP_GEOMETRY.columnGap) / heightOf(lanes);
}

function heightOf(lanes: readonly SubtreeBlock[]): number {
  let height = (lanes.length - 1) * MAP_GEOMETRY.laneGap;
  for (const { contour } of lanes) {
    const { top, bottom } = extentOf(contour);
    height += bottom - top;
  }
  return height;
}
