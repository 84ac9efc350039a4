import type { ArgumentGraph } from './argument-graph.ts';
import { componentsOf } from './components.ts';

/**
 * A graph with numbers for names: arguments first, then links, so that each is a place in one array of values. In the order
 * of ids whatever order they came in, so that the same debate gives the same number to the last bit.
 */
export interface CompiledGraph {
  readonly ids: readonly string[];
  /** How many of the places are arguments; the others are links. */
  readonly argumentCount: number;
  readonly placeOf: ReadonlyMap<string, number>;
  readonly base: Float64Array;
  /** By link, counted from the first link's place. */
  readonly from: Int32Array;
  readonly weight: Float64Array;
  /** Links that attack and that support a place. */
  readonly attacks: readonly (readonly number[])[];
  readonly supports: readonly (readonly number[])[];
  /** Places that depend on a place right away. */
  readonly next: readonly (readonly number[])[];
  /** Places that depend on each other, gathered; each part after those it depends on. */
  readonly parts: readonly (readonly number[])[];
  readonly partOf: Int32Array;
}

/** Compiles a graph. A link from or at what is not in it is left out, and so is one of two things with one id. */
export function compileGraph(graph: ArgumentGraph): CompiledGraph {
  const arguments_ = inIdOrder(graph.arguments);
  const placeOf = new Map(arguments_.map(({ id }, place) => [id, place]));
  const links = withEnds(inIdOrder(graph.links), placeOf);
  const linkPlaces = new Map(links.map(({ id }, index) => [id, arguments_.length + index]));
  const size = arguments_.length + links.length;
  const attacks: number[][] = Array.from({ length: size }, () => []);
  const supports: number[][] = Array.from({ length: size }, () => []);
  const next: number[][] = Array.from({ length: size }, () => []);
  const from = new Int32Array(links.length);
  for (const [index, link] of links.entries()) {
    const place = arguments_.length + index;
    const to = (link.target.kind === 'link' ? linkPlaces : placeOf).get(link.target.id) ?? place;
    const source = placeOf.get(link.from) ?? 0;
    from[index] = source;
    (link.relation === 'attack' || link.target.kind === 'link' ? attacks : supports)[to]?.push(place);
    next[source]?.push(place);
    next[place]?.push(to);
  }
  const parts = componentsOf(next);
  const partOf = new Int32Array(size);
  for (const [part, places] of parts.entries()) for (const place of places) partOf[place] = part;
  return {
    ids: [...arguments_, ...links].map(({ id }) => id),
    argumentCount: arguments_.length,
    placeOf,
    base: Float64Array.from(arguments_, ({ base }) => base),
    from,
    weight: Float64Array.from(links, ({ weight }) => weight),
    attacks,
    supports,
    next,
    parts,
    partOf,
  };
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
  for (const [place, each] of weights) weight[place - graph.argumentCount] = each;
  return { ...graph, weight };
}

/** Does a part depend on itself? */
export function isCycle(graph: CompiledGraph, part: readonly number[]): boolean {
  const [first = 0] = part;
  return part.length > 1 || (graph.next[first]?.includes(first) ?? false);
}

function inIdOrder<T extends { readonly id: string }>(records: readonly T[]): T[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The links that come from an argument and point at one, or at a link of which that is true. */
function withEnds(
  links: readonly ArgumentGraph['links'][number][],
  placeOf: ReadonlyMap<string, number>,
): ArgumentGraph['links'][number][] {
  const sound = new Map(links.filter(({ from }) => placeOf.has(from)).map((link) => [link.id, link]));
  for (let before = -1; before !== sound.size; ) {
    before = sound.size;
    for (const { id, target } of sound.values())
      if (!(target.kind === 'link' ? sound : placeOf).has(target.id)) sound.delete(id);
  }
  return [...sound.values()];
}
