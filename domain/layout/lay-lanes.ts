import type { Steps } from '../debate/steps.ts';
import { type Block, type ColumnRules, layBlock } from './block.ts';
import { extentOf } from './contour.ts';
import { leftOf, MAP_GEOMETRY, type MapForm } from './map-geometry.ts';

/** Width to height that the whole map comes near to: that of a screen, or of a phone held upright. */
const ASPECT: Readonly<Record<MapForm, number>> = { wide: 1.6, tall: 0.6 };
/** How many times it may be off, either way, before columns of another height are sought. */
const LEEWAY = 1.6;
/** How many times further off it may be than when they were found, whatever that was. */
const WORSE = 1.1;
/** A map no taller than this, in pixels, has no columns. */
const LOW = 1_500;
/** The least height of a column worth breaking for, and the step between heights that are tried. */
const LEAST = 640;
const STEP = 1.2;

/** The map's lanes, and how tall a column may be in them, in pixels. */
export interface Lanes {
  readonly form: MapForm;
  readonly limit: number;
  /** How many times too wide or too tall the map was when this height was found: no other was better. */
  readonly off: number;
  readonly blocks: readonly Block[];
}

/**
 * Lanes with the proportions of a screen: as they are where they have them, else in columns of the height that comes nearest.
 * Lanes that `stood` like this before are left as they are for longer, and what can stay in its column stays.
 */
export function* fitLanes(lanes: Lanes, stood: boolean): Steps<Lanes> {
  if (suits(lanes, stood ? LEEWAY : 1)) return lanes;
  const whole = yield* layAgain(lanes, Infinity, stood);
  if (heightOf(whole) <= LOW) return found(whole);
  let wide: Lanes | null = null;
  let narrow = whole;
  // The taller the columns, the narrower the map.
  let [low, high] = [0, Math.ceil(Math.log(heightOf(whole) / LEAST) / Math.log(STEP))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const tried = yield* layAgain(lanes, Math.round(LEAST * STEP ** middle), stood);
    if (aspectOf(tried) >= ASPECT[lanes.form]) {
      wide = tried;
      low = middle + 1;
    } else {
      narrow = tried;
      high = middle;
    }
  }
  return found(wide !== null && offBy(wide) < offBy(narrow) ? wide : narrow);
}

function found(lanes: Lanes): Lanes {
  return { ...lanes, off: offBy(lanes) };
}

/** The same lanes with columns of another height; what these do not concern is used again. */
function* layAgain(lanes: Lanes, limit: number, stood: boolean): Steps<Lanes> {
  const blocks: Block[] = [];
  for (const lane of lanes.blocks)
    blocks.push(yield* layBlockAgain(lane, { limit, form: lanes.form }, stood));
  return { ...lanes, limit, blocks };
}

/** Iterative, as everything here that goes down a tree: its depth is made by people. */
function* layBlockAgain(root: Block, rules: ColumnRules, stood: boolean): Steps<Block> {
  const open: { readonly block: Block; readonly children: Block[] }[] = [{ block: root, children: [] }];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { block, children } = last;
    const concerned = block.tallest > rules.limit || block.tallest === Infinity;
    const next = block.children[children.length]?.block;
    if (concerned && next) {
      open.push({ block: next, children: [] });
      continue;
    }
    const before = stood ? block : undefined;
    const laid = concerned ? layBlock(block.node, block.height, children, rules, before) : block;
    yield;
    open.pop();
    const above = open.at(-1);
    if (!above) return laid;
    above.children.push(laid);
  }
  return root;
}

function suits(lanes: Lanes, leeway: number): boolean {
  const height = heightOf(lanes);
  if (leeway > 1 && offBy(lanes) <= lanes.off * WORSE) return true;
  if (lanes.limit === Infinity)
    return height <= LOW * leeway || aspectOf(lanes) * leeway >= ASPECT[lanes.form];
  return height > LOW / leeway && offBy(lanes) <= leeway;
}

/** How many times too wide or too tall. */
function offBy(lanes: Lanes): number {
  const ratio = aspectOf(lanes) / ASPECT[lanes.form];
  return Math.max(ratio, 1 / ratio);
}

function aspectOf(lanes: Lanes): number {
  const columns = Math.max(...lanes.blocks.map(({ contour }) => contour.tops.length));
  return (leftOf(columns + 1, lanes.form) - MAP_GEOMETRY.columnGap) / heightOf(lanes);
}

function heightOf({ blocks }: Lanes): number {
  let height = (blocks.length - 1) * MAP_GEOMETRY.laneGap;
  for (const { contour } of blocks) {
    const { top, bottom } = extentOf(contour);
    height += bottom - top;
  }
  return height;
}
