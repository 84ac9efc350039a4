import { PersistentMap } from '../../collections/persistent-map.ts';
import type { DebateState } from '../engine/state.ts';
import { HEAVIEST, type Link, type Weighing, type Weight } from './link.ts';

/** A link's relation and target: what people weighed. */
export function stepOf({ relation, target }: Pick<Link, 'relation' | 'target'>): string {
  return `${relation} ${target.id}`;
}

/** The weight a person gave a link as it is now; undefined: none. */
export function ownWeight(state: DebateState, link: Link, participantId: string): number | undefined {
  const own = state.weights.get(link.id)?.get(participantId);
  return own?.step === stepOf(link) ? own.weight : undefined;
}

/** A link with these counts; without any if nobody weighed it. */
export function withWeighing(link: Link, counts: Weighing | null): Link {
  const { weighing: _, ...plain } = link;
  return counts?.some((count) => count > 0) ? { ...plain, weighing: counts } : plain;
}

/** A link with the weights counted that a state has for its current relation and target. */
export function weighed(state: DebateState, link: Link): Link {
  const counts = noWeights();
  for (const { weight, step } of state.weights.get(link.id)?.values() ?? [])
    if (step === stepOf(link)) counts[weight] = (counts[weight] ?? 0) + 1;
  return withWeighing(link, counts);
}

/** Counts after one person's weight has changed; null: none. */
export function reweighed(
  before: Weighing | undefined,
  was: number | undefined,
  is: number | null,
): Weighing {
  const counts = before ? [...before] : noWeights();
  if (was !== undefined) counts[was] = Math.max(0, (counts[was] ?? 0) - 1);
  if (is !== null) counts[is] = (counts[is] ?? 0) + 1;
  return counts;
}

/** The weights with one person's set; null: removed. */
export function putWeight(
  weights: DebateState['weights'],
  linkId: string,
  participantId: string,
  weight: Weight | null,
): DebateState['weights'] {
  const ofLink = weights.get(linkId) ?? PersistentMap<string, Weight>();
  const next = weight ? ofLink.set(participantId, weight) : ofLink.delete(participantId);
  return next.size === 0 ? weights.delete(linkId) : weights.set(linkId, next);
}

function noWeights(): number[] {
  return Array.from({ length: HEAVIEST + 1 }, () => 0);
}
