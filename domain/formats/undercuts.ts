import { groupBy } from '../collections/group-by.ts';
import { LIMITS } from '../debate/engine/limits.ts';
import type { Target } from '../debate/map/link.ts';
import type { GraphEdge } from './graph.ts';

/** An edge of an inference, which may have several: one for each premise and conclusion. It may undercut another inference. */
export interface InferenceEdge extends Omit<GraphEdge, 'to'> {
  readonly inference: string;
  readonly to: Target | { readonly kind: 'inference'; readonly id: string };
}

interface Undercut extends InferenceEdge {
  readonly to: Extract<InferenceEdge['to'], { kind: 'inference' }>;
}

/** The result of spreading an edge. */
interface SpreadEdge {
  readonly edges: readonly GraphEdge[];
  /** True if it undercuts every edge of its inference. */
  readonly isWhole: boolean;
}

/**
 * Makes of an undercut of an inference one of each of its edges, which are in `edgesOf`; the first keeps its id. There are as many as a debate
 * may have links, and undercuts of each other in a circle are spread once, since they would multiply without end. By edge, what it became.
 */
export function spreadUndercuts(
  edges: readonly InferenceEdge[],
  edgesOf: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, SpreadEdge> {
  const spread = new Map<string, SpreadEdge>();
  for (const { inference: _, to, ...edge } of edges)
    if (to.kind !== 'inference') spread.set(edge.id, { edges: [{ ...edge, to }], isWhole: true });
  const targetsNow = (inference: string) =>
    [...(edgesOf.get(inference) ?? [])].flatMap((id) => spread.get(id)?.edges.map((edge) => edge.id) ?? id);
  const { inTurn, inCircles } = inOrder(edges.filter((edge) => edge.to.kind === 'inference') as Undercut[]);
  const taken = new Map<string, readonly string[]>();
  let room = Math.max(0, LIMITS.crossLinks - edges.length);
  for (const { inference: _, ...edge } of [...inTurn, ...inCircles]) {
    const all = taken.get(edge.to.id) ?? targetsNow(edge.to.id);
    taken.set(edge.to.id, all);
    const isWhole = all.length - 1 <= room;
    const targets = isWhole ? all : all.slice(0, 1);
    room -= Math.max(0, targets.length - 1);
    const own = targets.map((id, at) => ({
      ...edge,
      id: at === 0 ? edge.id : `${edge.id}-${at + 1}`,
      to: { kind: 'link', id } as const,
    }));
    spread.set(edge.id, { edges: own, isWhole });
  }
  const grown = new Set(
    [...taken].filter(([id, all]) => targetsNow(id).length > all.length).map(([id]) => id),
  );
  for (const { id, to } of inCircles)
    if (grown.has(to.id)) spread.set(id, { edges: spread.get(id)?.edges ?? [], isWhole: false });
  return spread;
}

/** Undercuts, each after those that its target consists of; those in circles, and those against them, have no such order. */
function inOrder(undercuts: readonly Undercut[]): Record<'inTurn' | 'inCircles', Undercut[]> {
  const own = groupBy(undercuts, ({ inference }) => inference);
  const against = groupBy(undercuts, ({ to }) => to.id);
  const waits = new Map(
    [...own].map(([inference, all]) => [inference, all.filter(({ to }) => own.has(to.id)).length]),
  );
  const ready = [...own.keys()].filter((inference) => waits.get(inference) === 0);
  const inTurn: Undercut[] = [];
  // An array iterates over elements added meanwhile.
  for (const inference of ready) {
    inTurn.push(...(own.get(inference) ?? []));
    for (const { inference: over } of against.get(inference) ?? []) {
      const left = (waits.get(over) ?? 0) - 1;
      waits.set(over, left);
      if (left === 0) ready.push(over);
    }
  }
  return { inTurn, inCircles: undercuts.filter(({ inference }) => (waits.get(inference) ?? 0) > 0) };
}
