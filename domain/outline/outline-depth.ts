import type { OutlineNode } from './outline-tree.ts';

/** How many claims a page carries. */
export interface PageBounds {
  /** Of a debate or branch that is there whole. */
  readonly whole: number;
  /** Of the upper levels of a larger one: those before them are folded anyway, and a phone waits for every line. */
  readonly upper: number;
}

const PAGE: PageBounds = { whole: 1_000, upper: 400 };

/** Claims under a line of which all is shown at once when it is unfolded. */
const SHOWN_AT_ONCE = 8;

/**
 * The deepest level of which a page shows all claims: as many whole levels under `roots` as hold `upper` claims at most,
 * and one level at least. `Infinity` where everything fits.
 */
export function levelInPage(roots: readonly OutlineNode[], { whole, upper } = PAGE): number {
  if (roots.reduce((sum, { below }) => sum + below, 0) <= whole) return Number.POSITIVE_INFINITY;
  let level = roots;
  let claims = 0;
  let deepest = roots[0]?.level ?? 1;
  for (;;) {
    level = level.flatMap(({ children }) => children);
    if (level.length === 0) return Number.POSITIVE_INFINITY;
    claims += level.length;
    const isFirst = deepest === (roots[0]?.level ?? 1);
    if (claims > upper && !isFirst) return deepest;
    deepest += 1;
  }
}

/**
 * The lines folded at first, so that the page carries the levels of `levelInPage`: those that stand on the last of them,
 * and under those every larger branch, so that unfolding one does not bring all of it at once.
 */
export function foldedAtFirst(roots: readonly OutlineNode[], bounds = PAGE): ReadonlySet<string> {
  const deepest = levelInPage(roots, bounds);
  const folded = new Set<string>();
  if (deepest === Number.POSITIVE_INFINITY) return folded;
  const open = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    const isCut = node.level === deepest && node.below > 0;
    if (isCut || (node.level > deepest && node.below > SHOWN_AT_ONCE)) folded.add(node.id);
    open.push(...node.children);
  }
  return folded;
}
