import type { PlanePoint } from './principal-components.ts';

/**
 * How well points fit into groups, by Rousseeuw's mean silhouette: for each, how much nearer its own group is than the next one, from −1 to
 * 1. A point alone in its group counts 0.
 */
export function meanSilhouette(points: readonly PlanePoint[], groups: readonly number[]): number {
  const count = points.length;
  const x = Float64Array.from(points, ([along]) => along);
  const y = Float64Array.from(points, ([, across]) => across);
  const of = Int32Array.from(groups);
  const sizes = new Int32Array(Math.max(0, ...groups) + 1);
  for (const group of of) sizes[group] = (sizes[group] ?? 0) + 1;
  const away = new Float64Array(sizes.length);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const own = of[index] as number;
    if (sizes[own] === 1) continue;
    // The total distances to all points of each group.
    away.fill(0);
    const [ownX, ownY] = [x[index] as number, y[index] as number];
    for (let other = 0; other < count; other += 1) {
      const [byX, byY] = [ownX - (x[other] as number), ownY - (y[other] as number)];
      away[of[other] as number] = (away[of[other] as number] as number) + Math.sqrt(byX * byX + byY * byY);
    }
    const within = (away[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    let next = Number.POSITIVE_INFINITY;
    for (const [group, distance] of away.entries())
      if (group !== own && sizes[group]) next = Math.min(next, distance / (sizes[group] ?? 1));
    const farther = Math.max(within, next);
    if (farther > 0 && next !== Number.POSITIVE_INFINITY) sum += (next - within) / farther;
  }
  return count === 0 ? 0 : sum / count;
}
