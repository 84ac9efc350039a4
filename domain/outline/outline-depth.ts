import type { OutlineNode } from './outline-tree.ts';

/** Maximum claims in a page. */
export interface PageBounds {
  /** For a debate or branch that is complete. */
  readonly whole: number;
  /** For the upper levels of a larger one: deeper ones are folded anyway, and a phone waits for every line. */
  readonly upper: number;
}

// A line takes about 0.13 ms of the server to render, and Next renders a page in one go.
const PAGE: PageBounds = { whole: 300, upper: 150 };

/** Maximum claims below a line for all to be shown at once when it is unfolded. */
const SHOWN_AT_ONCE = 8;

/** Maximum claims for a debate to be shown whole on a phone: about two screens. */
const FEW = 12;

/**
 * The deepest level of claims in a page: as many whole levels under `roots` as have at most `upper` claims, and at least one level (of
 * which it lists no more either: `listedAtOnce`). `Infinity` if everything fits.
 */
export function levelInPage(roots: readonly OutlineNode[], { whole, upper } = PAGE): number {
  if (roots.reduce((sum, { below }) => sum + below, 0) <= whole) return Number.POSITIVE_INFINITY;
  let level = roots;
  let claims = 0;
  const first = roots[0]?.level ?? 1;
  let deepest = first;
  for (;;) {
    level = level.flatMap(({ children }) => children);
    if (level.length === 0) return Number.POSITIVE_INFINITY;
    claims += level.length;
    if (claims > upper) return Math.max(deepest, first + 1);
    deepest += 1;
  }
}

/**
 * How many of the lines under one parent a page lists at once, the first of them in their order: so many that the first level under `roots`
 * has at most `upper`, shared evenly; `upper` if it has no more. `Infinity` if everything fits.
 */
export function listedAtOnce(roots: readonly OutlineNode[], { whole, upper } = PAGE): number {
  if (levelInPage(roots, { whole, upper }) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  let left = upper;
  const lists = roots.map(({ children }) => children.length).sort((a, b) => a - b);
  for (const [at, length] of lists.entries()) {
    const share = Math.max(1, Math.floor(left / (lists.length - at)));
    if (length > share) return share;
    left -= length;
  }
  return upper;
}

/**
 * The lines folded initially, so that the page contains the levels of `levelInPage`: those on the last of them, and below those every
 * larger branch, so that unfolding one doesn't show all of it at once.
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

/** Returns `true` if a debate has so many claims that a phone shows its front instead of all of them. */
export function opensAsFront(positions: readonly OutlineNode[]): boolean {
  return positions.reduce((sum, { below }) => sum + below, 0) > FEW;
}

/**
 * Claims that are folded when a debate opens as its front: every claim directly under a position, so that one sees whole sentences and
 * counts; and under those each claim whose parent's branch is too large to show at once. Empty for a debate that `opensAsFront` doesn't
 * apply to.
 */
export function foldedToFront(positions: readonly OutlineNode[]): ReadonlySet<string> {
  const folded = new Set<string>();
  if (!opensAsFront(positions)) return folded;
  const open = positions.flatMap(({ children }) => children);
  for (const { id } of open) folded.add(id);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.below > SHOWN_AT_ONCE) for (const { id } of node.children) folded.add(id);
    open.push(...node.children);
  }
  return folded;
}
