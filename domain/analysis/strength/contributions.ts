import { type CompiledGraph, sourceAt, withBases } from '../graph/compiled-graph.ts';
import type { Semantics } from './semantics.ts';
import { type Strengths, strengthsAfter, strengthsWithout } from './strengths.ts';

/** One argument's contribution to another one's strength: what would be missing without it; below 0 if it lowers the strength. */
export interface Contribution {
  readonly id: string;
  /** Its direct effect there; an undercut weakens the effect of one of the others. */
  readonly how: 'supports' | 'attacks' | 'undercuts';
  readonly by: number;
}

/** The strength of an argument with and without another one. */
export interface StrengthDifference {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

/** The contributions of all that supports or attacks an argument directly, or undercuts these; greatest first. */
export function contributionsTo(
  graph: CompiledGraph,
  semantics: Semantics,
  strengths: Strengths,
  id: string,
): Contribution[] {
  const place = graph.placeOf.get(id);
  if (place === undefined) return [];
  const how = new Map<number, Contribution['how']>();
  const attacks = graph.attacks[place] ?? [];
  const supports = graph.supports[place] ?? [];
  const links = new Set([...attacks, ...supports]);
  // A set iterates over elements added meanwhile: undercuts of undercuts are included too.
  for (const link of links) for (const undercut of graph.attacks[link] ?? []) links.add(undercut);
  for (const link of links) {
    const from = sourceAt(graph, link);
    if (from === place || how.has(from)) continue;
    how.set(from, attacks.includes(link) ? 'attacks' : supports.includes(link) ? 'supports' : 'undercuts');
  }
  const contributions = [...how].map(([from, does]) => ({
    id: graph.ids[from] ?? '',
    how: does,
    by: contribution(graph, semantics, strengths, from, place),
  }));
  return contributions.sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.id < b.id ? -1 : 1));
}

/** How much of one argument's strength would be missing without another one, wherever that one is. */
export function contributionOf(
  graph: CompiledGraph,
  semantics: Semantics,
  strengths: Strengths,
  of: string,
  to: string,
): number {
  const [from, place] = [graph.placeOf.get(of), graph.placeOf.get(to)];
  return from === undefined || place === undefined
    ? 0
    : contribution(graph, semantics, strengths, from, place);
}

/** The arguments whose strength would change without this one, the largest changes first. */
export function withoutArgument(
  graph: CompiledGraph,
  semantics: Semantics,
  strengths: Strengths,
  id: string,
): StrengthDifference[] {
  const place = graph.placeOf.get(id);
  if (place === undefined) return [];
  const without = strengthsWithout(graph, semantics, strengths, place).values;
  const differences: StrengthDifference[] = [];
  for (const [other, each] of graph.placeOf) {
    const [before, after] = [strengths.values[each] ?? 0, without[each] ?? 0];
    if (each !== place && before !== after) differences.push({ id: other, before, after });
  }
  const size = ({ before, after }: StrengthDifference) => Math.abs(after - before);
  return differences.sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}

/** Distance of the two points from which a slope is calculated; the second pair, at half the distance, cancels its error. */
const STEP = 1e-3;

/** How an argument's strength responds to the base score of another one: its slope at the debate's current state. */
export function gradientOf(
  graph: CompiledGraph,
  semantics: Semantics,
  strengths: Strengths,
  of: string,
  to: string,
): number {
  const [from, place] = [graph.placeOf.get(of), graph.placeOf.get(to)];
  if (from === undefined || place === undefined) return 0;
  const at = (by: number) => {
    const moved = withBases(graph, [[from, (graph.base[from] ?? 0) + by]]);
    return strengthsAfter(moved, semantics, strengths, [from]).values[place] ?? 0;
  };
  const slope = (step: number) => (at(step) - at(-step)) / (2 * step);
  return (4 * slope(STEP / 2) - slope(STEP)) / 3;
}

function contribution(
  graph: CompiledGraph,
  semantics: Semantics,
  strengths: Strengths,
  from: number,
  place: number,
): number {
  const without = strengthsWithout(graph, semantics, strengths, from, place).values[place] ?? 0;
  return (strengths.values[place] ?? 0) - without;
}
