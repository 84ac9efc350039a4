import { type CompiledGraph, isCycle } from './compiled-graph.ts';
import { restPoint } from './rest-point.ts';
import { type Semantics, undercutBy } from './semantics.ts';

/** What every place of a graph is worth: an argument its strength, a link what passes through it. */
export interface Strengths {
  readonly values: Float64Array;
  /** Parts in a circle that come to no rest: their values are where the reckoning stopped. */
  readonly restless: ReadonlySet<number>;
}

/** The strengths of all arguments. */
export function strengthsOf(graph: CompiledGraph, semantics: Semantics): Strengths {
  const start = { values: new Float64Array(graph.ids.length), restless: new Set<number>() };
  return settled(graph, semantics, start, graph.partOf.keys());
}

/** The strengths after something changed at these places: only what depends on them is reckoned anew. */
export function strengthsAfter(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  changed: Iterable<number>,
): Strengths {
  return settled(graph, semantics, before, changed);
}

/**
 * The strengths if this argument were gone. An argument of strength 0 changes nothing, in each semantics: so it has none.
 * `upTo`: nothing later than this place is asked for.
 */
export function strengthsWithout(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  gone: number,
  upTo?: number,
): Strengths {
  return settled(graph, semantics, before, [gone], gone, upTo);
}

function settled(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  changed: Iterable<number>,
  gone = -1,
  upTo?: number,
): Strengths {
  const values = before.values.slice();
  const restless = new Set(before.restless);
  const { parts, partOf, next } = graph;
  const due = new Uint8Array(parts.length);
  let first = parts.length;
  for (const place of changed) {
    const part = partOf[place] ?? 0;
    due[part] = 1;
    first = Math.min(first, part);
  }
  const worthOf = (place: number) => (place === gone ? 0 : valueAt(graph, semantics, values, place));
  const startOf = (place: number) => (place === gone ? 0 : (graph.base[place] ?? 0));
  const last = upTo === undefined ? parts.length - 1 : (partOf[upTo] ?? 0);
  for (let index = first; index <= last; index += 1) {
    const part = parts[index];
    if (!due[index] || !part) continue;
    const were = part.map((place) => values[place] ?? 0);
    if (!isCycle(graph, part)) for (const place of part) values[place] = worthOf(place);
    else if (restPoint(graph, part, { values, worthOf, startOf })) restless.delete(index);
    else restless.add(index);
    for (const [nth, place] of part.entries()) {
      if (values[place] === were[nth]) continue;
      for (const following of next[place] ?? []) due[partOf[following] ?? 0] = 1;
    }
  }
  return { values, restless };
}

/** What a place is worth by the values around it. */
function valueAt(graph: CompiledGraph, semantics: Semantics, values: Float64Array, place: number): number {
  const attacks = graph.attacks[place] ?? [];
  const link = place - graph.argumentCount;
  if (link >= 0) {
    let left = 1;
    for (const undercut of attacks) left = undercutBy(left, values[undercut] ?? 0);
    return (graph.weight[link] ?? 0) * left * (values[graph.from[link] ?? 0] ?? 0);
  }
  let [against, for_] = [semantics.empty, semantics.empty];
  for (const attack of attacks) against = semantics.gather(against, values[attack] ?? 0);
  for (const support of graph.supports[place] ?? []) for_ = semantics.gather(for_, values[support] ?? 0);
  return semantics.strength(graph.base[place] ?? 0, against, for_);
}
