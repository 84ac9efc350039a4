import { LIMITS } from '../debate/engine/limits.ts';
import type { Relation, Target } from '../debate/map/link.ts';
import type { Scheme } from '../debate/map/scheme.ts';
import type { DraftDebate } from './draft-debate.ts';
import { FormatError } from './format-error.ts';

/** A node of a graph of arguments: a future claim. */
export interface GraphNode {
  readonly id: string;
  readonly text: string;
  readonly line?: number | null;
  readonly author?: string;
  readonly at?: number;
  readonly positionId?: string | null;
  readonly retracted?: boolean;
  readonly sources?: readonly string[];
}

/** An edge from a node to another, to a position of the draft, or to another edge, which it undercuts. */
export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: Target;
  readonly relation: Relation;
  readonly scheme?: Scheme;
  readonly line?: number | null;
}

/**
 * Adds a graph to a draft: the first edge of a node that makes no cycle is its place in the map, its others are cross-links; arguments for
 * nothing are added below `root`, or to the position for them. Nodes and edges keep their order; takes linear time.
 */
export function addGraph(
  draft: DraftDebate,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  root: Target | null = null,
): void {
  if (nodes.length > LIMITS.claims) throw new FormatError('too_many', null, `${LIMITS.claims} claims`);
  const sound = soundEdges(draft, nodes, edges);
  const places = placesOf(sound);
  const steps = new Set([...places.values()].map(({ id }) => id));
  const used = new Set(sound.map(({ id }) => id));
  for (const node of topDown(nodes, sound, places)) {
    const place = places.get(node.id);
    const linkId = place?.id ?? freeId(`l-${node.id}`, used);
    const target = place?.to ?? root ?? draft.gathering();
    draft.addClaim({
      ...node,
      linkId,
      target,
      relation: place?.relation ?? 'support',
      ...(place?.scheme && { scheme: place.scheme }),
    });
  }
  for (const { id, from, to: target, relation, scheme } of sound)
    if (!steps.has(id)) draft.addCrossLink({ id, from, target, relation, ...(scheme && { scheme }) });
}

/** Edges between existing nodes, without duplicates and loops. */
function soundEdges(
  draft: DraftDebate,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): GraphEdge[] {
  const known = new Set(nodes.map(({ id }) => id));
  const texts = new Map(nodes.map(({ id, text }) => [id, text]));
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const said = new Set<string>();
  const sound: GraphEdge[] = [];
  for (const edge of edges) {
    const { id, from, to, line = null } = edge;
    const denied = to.kind === 'link' ? byId.get(to.id) : undefined;
    const place = to.kind === 'link' ? denied?.from : to.id;
    const isThere =
      to.kind === 'position' ? draft.hasPosition(to.id) : place !== undefined && known.has(place);
    const words = `${from} ${to.kind} ${to.id}`;
    if (!known.has(from) || !isThere) draft.note('links_nothing', id, line);
    else if (from === place) draft.note('self_link', texts.get(from) ?? id, line);
    else if (said.has(words)) draft.note('duplicate_link', `${from} → ${to.id}`, line);
    else sound.push(edge);
    said.add(words);
  }
  return withoutLoose(draft, sound);
}

/** Without undercuts of edges that no longer exist. */
function withoutLoose(draft: DraftDebate, edges: GraphEdge[]): GraphEdge[] {
  let left = edges;
  for (;;) {
    const ids = new Set(left.map(({ id }) => id));
    const next = left.filter(({ to }) => to.kind !== 'link' || ids.has(to.id));
    if (next.length === left.length) return left;
    for (const { id, to, line = null } of left)
      if (to.kind === 'link' && !ids.has(to.id)) draft.note('links_nothing', id, line);
    left = next;
  }
}

/** The edge that gives each node its place: its first that makes no cycle with those before. */
function placesOf(edges: readonly GraphEdge[]): Map<string, GraphEdge> {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const places = new Map<string, GraphEdge>();
  for (const edge of edges) {
    if (places.has(edge.from)) continue;
    // Upwards from its place: returning to the start means a cycle.
    let above = nodeAt(edge, byId);
    while (above !== undefined && above !== edge.from) {
      const place = places.get(above);
      above = place && nodeAt(place, byId);
    }
    if (above === undefined) places.set(edge.from, edge);
  }
  return places;
}

/** The node at an edge's target; undefined: a position. */
function nodeAt({ to }: GraphEdge, byId: ReadonlyMap<string, GraphEdge>): string | undefined {
  if (to.kind === 'link') return byId.get(to.id)?.from;
  return to.kind === 'claim' ? to.id : undefined;
}

/** Nodes, each after its parent; siblings in the order of their edges, the others in the order of the file. */
function topDown(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  places: ReadonlyMap<string, GraphEdge>,
): GraphNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const under = new Map<string, GraphNode[]>();
  for (const edge of edges) {
    const [node, above] = [byId.get(edge.from), nodeAt(edge, edgeById)];
    if (!node || above === undefined || places.get(edge.from) !== edge) continue;
    const siblings = under.get(above);
    if (siblings) siblings.push(node);
    else under.set(above, [node]);
  }
  const waiting = nodes
    .filter(({ id }) => {
      const place = places.get(id);
      return !place || nodeAt(place, edgeById) === undefined;
    })
    .reverse();
  const all: GraphNode[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next);
    waiting.push(...(under.get(next.id) ?? []).reverse());
  }
  return all;
}

function freeId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let number = 2; used.has(id); number += 1) id = `${wanted}_${number}`;
  used.add(id);
  return id;
}
