import { finish, type Steps } from '../collections/steps.ts';
import { type CompiledGraph, isCycle, isLinkAt } from './compiled-graph.ts';
import { componentsOf } from './components.ts';
import { solveEquilibrium } from './equilibrium.ts';
import { type Semantics, undercutBy } from './semantics.ts';

/** What every place of a graph is worth: an argument its strength, a link what passes through it. */
export interface Strengths {
  readonly values: Float64Array;
  /** Places in a circle that comes to no rest: their values are where the reckoning stopped. */
  readonly restless: ReadonlySet<number>;
}

/** What is reckoned anew. */
interface Due {
  /** Places that may be worth something else now; others follow where these are. */
  readonly changed: Iterable<number>;
  /** Is all that hangs on these reckoned, whether or not what it hangs on has changed? */
  readonly all?: boolean;
  /** The place of an argument that is taken as gone. */
  readonly gone?: number;
  /** Nothing later than this place is asked for. */
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

/** The strengths after numbers changed at these places: only what depends on them is reckoned anew. */
export function strengthsAfter(
  graph: CompiledGraph,
  semantics: Semantics,
  before: Strengths,
  changed: Iterable<number>,
): Strengths {
  return finish(settled(graph, semantics, before, { changed }));
}

/**
 * The strengths after links of these places have come, gone or lead elsewhere. All that they lead to is reckoned: a circle
 * that is open now, or closed, is worth something else though what leads to it is worth the same.
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
  return finish(settled(graph, semantics, before, { changed: [gone], gone, upTo: upTo ?? -1 }));
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
  // What is not led to from what changed is worth what it was.
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

/** What a place is worth by the values around it. */
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
