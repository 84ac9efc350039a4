import { finish, type Steps } from '../../collections/steps.ts';
import type { ArgumentGraph, ArgumentLink } from './argument-graph.ts';

/**
 * A graph with numbers for names: each argument and each link is a place in one array of values. The inputs of a place are in the order of
 * ids, whatever order they were added in, so that the same debate gives the same number to the last bit. Which place something has doesn't
 * matter: a changed graph gives its new parts the free places, or those at the end.
 */
export interface CompiledGraph {
  /** By place; for a free one the last name it had. */
  readonly ids: readonly string[];
  /** Of arguments. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly linkPlaceOf: ReadonlyMap<string, number>;
  /** By place; 0 for links. */
  readonly base: Float64Array;
  /** The place of a link's argument; for an argument `NO_LINK`. */
  readonly from: Int32Array;
  /** By place; 0 for arguments. */
  readonly weight: Float64Array;
  /** Links that attack and that support a place. */
  readonly attacks: readonly (readonly number[])[];
  readonly supports: readonly (readonly number[])[];
  /** Places that depend directly on a place: for an argument its links, for a link its target. */
  readonly next: readonly (readonly number[])[];
  /** Unused places. */
  readonly free: readonly number[];
}

/** The value in `from` of a place that is no link. */
export const NO_LINK = -1;

/** Number of records processed in one step. */
const A_STEP = 500;

/** Compiles a graph. A link from or to something that isn't in it is left out, and so is the second of two things with one id. */
export function compileGraph(graph: ArgumentGraph): CompiledGraph {
  return finish(compileSteps(graph));
}

/** The same in steps. */
export function* compileSteps(graph: ArgumentGraph): Steps<CompiledGraph> {
  const arguments_ = inIdOrder(graph.arguments);
  yield;
  const placeOf = new Map(arguments_.map(({ id }, place) => [id, place]));
  const links = withEnds(inIdOrder(graph.links), placeOf);
  yield;
  const linkPlaceOf = new Map(links.map(({ id }, index) => [id, arguments_.length + index]));
  const size = arguments_.length + links.length;
  const [base, weight] = [new Float64Array(size), new Float64Array(size)];
  for (const [place, argument] of arguments_.entries()) base[place] = argument.base;
  const from = new Int32Array(size).fill(NO_LINK);
  const attacks: number[][] = Array.from({ length: size }, () => []);
  const supports: number[][] = Array.from({ length: size }, () => []);
  const next: number[][] = Array.from({ length: size }, () => []);
  yield;
  for (const [index, link] of links.entries()) {
    if (index % A_STEP === 0) yield;
    const place = arguments_.length + index;
    const to = (link.target.kind === 'link' ? linkPlaceOf : placeOf).get(link.target.id) ?? place;
    const source = placeOf.get(link.from) ?? 0;
    from[place] = source;
    weight[place] = link.weight;
    (isAgainst(link) ? attacks : supports)[to]?.push(place);
    next[source]?.push(place);
    next[place]?.push(to);
  }
  const ids = [...arguments_, ...links].map(({ id }) => id);
  return { ids, placeOf, linkPlaceOf, base, from, weight, attacks, supports, next, free: [] };
}

/** The same graph with other base scores, by place. */
export function withBases(graph: CompiledGraph, bases: Iterable<readonly [number, number]>): CompiledGraph {
  const base = graph.base.slice();
  for (const [place, score] of bases) base[place] = score;
  return { ...graph, base };
}

/** The same graph with other weights, by place of their links. */
export function withWeights(
  graph: CompiledGraph,
  weights: Iterable<readonly [number, number]>,
): CompiledGraph {
  const weight = graph.weight.slice();
  for (const [place, each] of weights) weight[place] = each;
  return { ...graph, weight };
}

/** The argument at a place, or the source of the link there. */
export function sourceAt({ from }: CompiledGraph, place: number): number {
  return isLinkAt({ from }, place) ? (from[place] ?? place) : place;
}

export function isLinkAt({ from }: Pick<CompiledGraph, 'from'>, place: number): boolean {
  return from[place] !== NO_LINK;
}

/** True if it weakens its target. An undercut does, whatever its relation says. */
export function isAgainst({ relation, target }: ArgumentLink): boolean {
  return relation === 'attack' || target.kind === 'link';
}

/** True if a part depends on itself. */
export function isCycle(graph: CompiledGraph, part: readonly number[]): boolean {
  const [first = 0] = part;
  return part.length > 1 || (graph.next[first]?.includes(first) ?? false);
}

function inIdOrder<T extends { readonly id: string }>(records: readonly T[]): T[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The links that come from an argument and lead to one, or to a link of which that is true. */
function withEnds(links: readonly ArgumentLink[], placeOf: ReadonlyMap<string, number>): ArgumentLink[] {
  const sound = new Map(links.filter(({ from }) => placeOf.has(from)).map((link) => [link.id, link]));
  for (let before = -1; before !== sound.size; ) {
    before = sound.size;
    for (const { id, target } of sound.values())
      if (!(target.kind === 'link' ? sound : placeOf).has(target.id)) sound.delete(id);
  }
  return [...sound.values()];
}
