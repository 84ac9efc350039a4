import { finish, type Steps } from '../../collections/steps.ts';
import { type CompiledGraph, isCycle, isLinkAt } from '../graph/compiled-graph.ts';
import { componentsOf } from './components.ts';
import { solveEquilibrium } from './equilibrium.ts';
import { type Semantics, undercutBy } from './semantics.ts';

/** The value of every place of a graph: an argument's strength, or what passes through a link. */
export interface Strengths {
  readonly values: Float64Array;
  /** Places in a cycle that doesn't converge: their values are the last ones calculated. */
  readonly restless: ReadonlySet<number>;
}

/** The arguments to recalculate. */
interface Due {
  /** Places whose value may have changed; their dependents follow. */
  readonly changed: Iterable<number>;
  /** True if everything that depends on these is recalculated, whether or not their values changed. */
  readonly all?: boolean;
  /** The place of an argument treated as removed. */
  readonly gone?: number;
  /** Places after this one aren't needed. */
  readonly upTo?: number;
}

/** The strengths of all arguments. */
export function strengthsOf(graph: CompiledGraph, semantics: Semantics): Strengths {
  return finish(strengthsSteps(graph, semantics));
}

/** The same in steps. */
export function strengthsSteps(graph: CompiledGraph, semantics: Semantics): Steps<Strengths> {
  return settled(graph, semantics, NOTHING_KNOWN, { changed: graph.ids.keys(), all: true });
}

/** The strengths after numbers changed at these places: only what depends on them is recalculated. */
export function strengthsAfter(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  changed: Iterable<number>,
): Strengths {
  return finish(settled(graph, semantics, before, { changed }));
}

/**
 * The strengths after links at these places were added, removed or redirected. Everything they lead to is recalculated: a cycle that was
 * opened or closed has other values even if its inputs are unchanged.
 */
export function strengthsReshaped(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  changed: Iterable<number>,
): Strengths {
  return finish(settled(graph, semantics, before, { changed, all: true }));
}

/**
 * The strengths without this argument. An argument of strength 0 changes nothing, in each semantics: so it gets that strength. `upTo`:
 * places after this one aren't needed.
 */
export function strengthsWithout(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  gone: number,
  upTo = -1,
): Strengths {
  return finish(settled(graph, semantics, before, { changed: [gone], gone, upTo }));
}

const NOTHING_KNOWN: Strengths = { values: new Float64Array(), restless: new Set() };

function* settled(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  { changed, all = false, gone = -1, upTo = -1 }: Due,
): Steps<Strengths> {
  const values = new Float64Array(graph.ids.length);
  values.set(before.values);
  const restless = new Set(before.restless);
  const roots = [...changed];
  const due = new Uint8Array(values.length);
  for (const place of roots) due[place] = 1;
  const worthOf = (place: number) => (place === gone ? 0 : valueAt(graph, semantics, values, place));
  const startOf = (place: number) => (place === gone ? 0 : (graph.base[place] ?? 0));
  // Places not reachable from the changes keep their values.
  for (const part of componentsOf(graph.next, roots)) {
    yield;
    if (!all && !part.some((place) => due[place])) continue;
    const were = part.map((place) => values[place] ?? 0);
    for (const place of part) restless.delete(place);
    if (!isCycle(graph, part)) for (const place of part) values[place] = worthOf(place);
    else if (!(yield* solveEquilibrium(graph, part, { values, worthOf, startOf })))
      for (const place of part) restless.add(place);
    if (part.includes(upTo)) break;
    for (const [nth, place] of part.entries()) {
      if (values[place] === were[nth]) continue;
      for (const following of graph.next[place] ?? []) due[following] = 1;
    }
  }
  return { values, restless };
}

/** The value of a place given the values around it. */
function valueAt(graph: CompiledGraph, semantics: Semantics, values: Float64Array, place: number): number {
  const attacks = graph.attacks[place] ?? [];
  if (isLinkAt(graph, place)) {
    let left = 1;
    for (const undercut of attacks) left = undercutBy(left, values[undercut] ?? 0);
    return (graph.weight[place] ?? 0) * left * (values[graph.from[place] ?? 0] ?? 0);
  }
  let [against, for_] = [semantics.empty, semantics.empty];
  for (const attack of attacks) against = semantics.gather(against, values[attack] ?? 0);
  for (const support of graph.supports[place] ?? []) for_ = semantics.gather(for_, values[support] ?? 0);
  return semantics.strength(graph.base[place] ?? 0, against, for_);
}
