import type { ArgumentLink } from './argument-graph.ts';
import { type CompiledGraph, isAgainst, NO_LINK, withBases, withWeights } from './compiled-graph.ts';

/** Changes of a graph, by id; `null`: no longer in it. Links that depend on something removed are listed too. */
export interface GraphChanges {
  /** Base scores. */
  readonly arguments: ReadonlyMap<string, number | null>;
  readonly links: ReadonlyMap<string, ArgumentLink | null>;
}

/** A graph after some changes. */
export interface ChangedGraph {
  readonly graph: CompiledGraph;
  /** Places whose values these may change: all others follow from them. */
  readonly changed: ReadonlySet<number>;
  /** True if any link leads elsewhere now. If not, only numbers changed. */
  readonly reshaped: boolean;
}

/** Changes a graph: parts that the changes don't affect are shared with the previous one. */
export function changedGraph(before: CompiledGraph, changes: GraphChanges): ChangedGraph {
  const bases: (readonly [number, number])[] = [];
  const weights: (readonly [number, number])[] = [];
  const arguments_ = new Map<string, number | null>();
  const links = new Map<string, ArgumentLink | null>();
  for (const [id, base] of changes.arguments) {
    const place = before.placeOf.get(id);
    if (place === undefined || base === null) {
      if (place !== undefined || base !== null) arguments_.set(id, base);
    } else if (before.base[place] !== base) bases.push([place, base]);
  }
  for (const [id, link] of changes.links) {
    const place = before.linkPlaceOf.get(id);
    if (place === undefined || link === null || !leadsAlike(before, place, link)) {
      if (place !== undefined || link !== null) links.set(id, link);
    } else if (before.weight[place] !== link.weight) weights.push([place, link.weight]);
  }
  const changed = new Set([...bases, ...weights].map(([place]) => place));
  const voted = bases.length === 0 ? before : withBases(before, bases);
  const graph = weights.length === 0 ? voted : withWeights(voted, weights);
  if (arguments_.size === 0 && links.size === 0) return { graph, changed, reshaped: false };
  return { graph: reshaped(graph, { arguments: arguments_, links }, changed), changed, reshaped: true };
}

/** True if the link at this place comes from the same argument, and has the same effect on the same target. */
function leadsAlike(graph: CompiledGraph, place: number, link: ArgumentLink): boolean {
  const to = (link.target.kind === 'link' ? graph.linkPlaceOf : graph.placeOf).get(link.target.id);
  if (to === undefined || graph.next[place]?.[0] !== to) return false;
  if (graph.from[place] !== graph.placeOf.get(link.from)) return false;
  return (isAgainst(link) ? graph.attacks : graph.supports)[to]?.includes(place) ?? false;
}

/** Removes what is gone and links that lead elsewhere now, then adds what is new; records the places in `changed`. */
function reshaped(before: CompiledGraph, changes: GraphChanges, changed: Set<number>): CompiledGraph {
  const draft = new GraphDraft(before);
  for (const id of changes.links.keys()) draft.unlink(id, changed);
  for (const [id, link] of changes.links) if (link === null) draft.freeLink(id);
  for (const [id, base] of changes.arguments) if (base === null) draft.freeArgument(id, changed);
  for (const [id, base] of changes.arguments) if (base !== null) draft.addArgument(id, base, changed);
  for (const [id, link] of changes.links) if (link !== null) draft.addLink(id);
  for (const link of changes.links.values()) if (link !== null) draft.link(link, changed);
  return draft.graph();
}

/** A graph that is being changed. */
class GraphDraft {
  readonly #ids: string[];
  readonly #placeOf: Map<string, number>;
  readonly #linkPlaceOf: Map<string, number>;
  readonly #before: CompiledGraph;
  readonly #attacks: (readonly number[])[];
  readonly #supports: (readonly number[])[];
  readonly #next: (readonly number[])[];
  readonly #free: number[];
  readonly #bases = new Map<number, number>();
  readonly #froms = new Map<number, number>();
  readonly #weights = new Map<number, number>();

  constructor(before: CompiledGraph) {
    this.#before = before;
    this.#ids = before.ids.slice();
    this.#placeOf = new Map(before.placeOf);
    this.#linkPlaceOf = new Map(before.linkPlaceOf);
    this.#attacks = before.attacks.slice();
    this.#supports = before.supports.slice();
    this.#next = before.next.slice();
    this.#free = before.free.slice();
  }

  /** Removes a link from its source and target. */
  unlink(id: string, changed: Set<number>): void {
    const place = this.#linkPlaceOf.get(id);
    if (place === undefined) return;
    const to = this.#next[place]?.[0] ?? place;
    const source = this.#before.from[place] ?? place;
    for (const lists of [this.#attacks, this.#supports]) lists[to] = without(lists[to], place);
    this.#next[source] = without(this.#next[source], place);
    this.#next[place] = NOTHING;
    changed.add(place).add(to);
  }

  freeLink(id: string): void {
    const place = this.#linkPlaceOf.get(id);
    if (place === undefined) return;
    this.#linkPlaceOf.delete(id);
    this.#weights.set(place, 0);
    this.#froms.set(place, NO_LINK);
    this.#free.push(place);
  }

  freeArgument(id: string, changed: Set<number>): void {
    const place = this.#placeOf.get(id);
    if (place === undefined) return;
    this.#placeOf.delete(id);
    this.#bases.set(place, 0);
    this.#free.push(place);
    changed.add(place);
  }

  addArgument(id: string, base: number, changed: Set<number>): void {
    const place = this.#take(id);
    this.#placeOf.set(id, place);
    this.#bases.set(place, base);
    changed.add(place);
  }

  /** Gives a link its place, if it has none. */
  addLink(id: string): void {
    if (!this.#linkPlaceOf.has(id)) this.#linkPlaceOf.set(id, this.#take(id));
  }

  /** Connects a link from its argument to its target. */
  link(link: ArgumentLink, changed: Set<number>): void {
    const place = this.#linkPlaceOf.get(link.id);
    const source = this.#placeOf.get(link.from);
    const to = (link.target.kind === 'link' ? this.#linkPlaceOf : this.#placeOf).get(link.target.id);
    if (place === undefined || source === undefined || to === undefined)
      throw new Error(`${link.id} leads from or to what is not there`);
    const lists = isAgainst(link) ? this.#attacks : this.#supports;
    lists[to] = this.#inIdOrder([...(lists[to] ?? NOTHING), place]);
    this.#next[source] = this.#inIdOrder([...(this.#next[source] ?? NOTHING), place]);
    this.#next[place] = [to];
    this.#froms.set(place, source);
    this.#weights.set(place, link.weight);
    changed.add(place).add(to);
  }

  graph(): CompiledGraph {
    const size = this.#ids.length;
    const before = this.#before;
    const base = grown(new Float64Array(size), before.base, this.#bases);
    const weight = grown(new Float64Array(size), before.weight, this.#weights);
    const from = grown(new Int32Array(size).fill(NO_LINK), before.from, this.#froms);
    return {
      ids: this.#ids,
      placeOf: this.#placeOf,
      linkPlaceOf: this.#linkPlaceOf,
      base,
      from,
      weight,
      attacks: this.#attacks,
      supports: this.#supports,
      next: this.#next,
      free: this.#free,
    };
  }

  #take(id: string): number {
    const place = this.#free.pop() ?? this.#ids.length;
    this.#ids[place] = id;
    this.#attacks[place] = NOTHING;
    this.#supports[place] = NOTHING;
    this.#next[place] = NOTHING;
    return place;
  }

  #inIdOrder(places: number[]): readonly number[] {
    const id = (place: number) => this.#ids[place] ?? '';
    return places.sort((a, b) => (id(a) < id(b) ? -1 : 1));
  }
}

const NOTHING: readonly number[] = [];

function without(places: readonly number[] = NOTHING, gone: number): readonly number[] {
  return places.includes(gone) ? places.filter((place) => place !== gone) : places;
}

function grown<T extends Float64Array | Int32Array>(
  to: T,
  before: T,
  changes: ReadonlyMap<number, number>,
): T {
  to.set(before);
  for (const [place, value] of changes) to[place] = value;
  return to;
}
