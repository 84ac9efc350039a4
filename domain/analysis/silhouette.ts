import type { Point } from './principal-components.ts';

/**
 * How well points fit into groups, by Rousseeuw's mean silhouette: for each, how much nearer its own group is than the next
 * one, from −1 to 1. Who is alone in a group counts 0.
 */
export function meanSilhouette(points: readonly Point[], groups: readonly number[]): number {
  const sizes: number[] = [];
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  let sum = 0;
  for (const [index, point] of points.entries()) {
    const own = groups[index] ?? 0;
    if (sizes[own] === 1) continue;
    const away = distancesTo(points, groups, point);
    const within = (away[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    let next = Number.POSITIVE_INFINITY;
    for (const [group, distance] of away.entries())
      if (group !== own && sizes[group]) next = Math.min(next, distance / (sizes[group] ?? 1));
    const farther = Math.max(within, next);
    if (farther > 0 && next !== Number.POSITIVE_INFINITY) sum += (next - within) / farther;
  }
  return points.length === 0 ? 0 : sum / points.length;
}

/** The distances of a point to all points of each group, together. */
function distancesTo(points: readonly Point[], groups: readonly number[], [x, y]: Point): number[] {
  const sums: number[] = [];
  for (const [index, [otherX, otherY]] of points.entries()) {
    const group = groups[index] ?? 0;
    sums[group] = (sums[group] ?? 0) + Math.sqrt((x - otherX) ** 2 + (y - otherY) ** 2);
  }
  return sums;
}
