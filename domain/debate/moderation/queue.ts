import type { DebateState } from '../engine/state.ts';
import { isToAnswer } from '../suggestions/open-suggestions.ts';
import { isOpenReport } from './reports.ts';

/** Why something is in the queue, what is to be dealt with before what has been. */
const REASONS = ['held', 'reported', 'revised', 'suggested', 'hidden', 'returned'] as const;

/** A claim or comment that those who run a debate deal with. */
export interface Queued {
  readonly id: string;
  readonly why: (typeof REASONS)[number];
  /** Server time since which it waits, or has been dealt with. */
  readonly since: number;
}

/**
 * What waits for those who run a debate, each claim and comment once: what waits for approval, what was reported, what waits for a
 * second look at its marks and for what another wording is suggested, the oldest first; then what is hidden or was returned, the
 * newest first.
 */
export function queueOf(
  state: Pick<
    DebateState,
    'withheld' | 'reports' | 'reviews' | 'merges' | 'claims' | 'comments' | 'suggestions'
  >,
): Queued[] {
  const queue = new Map<string, Queued>();
  const add = (id: string, why: Queued['why'], since: number) => {
    const known = queue.get(id);
    if (!known || rank(why) < rank(known.why)) queue.set(id, { id, why, since });
    else if (known.why === why && since < known.since) queue.set(id, { ...known, since });
  };
  for (const { id, how, at } of state.withheld.values()) add(id, how, at);
  for (const report of state.reports.values())
    if (isOpenReport(report)) add(report.on, 'reported', report.at);
  for (const { id, marks } of state.reviews.values()) {
    const isGone =
      state.merges.has(id) || state.claims.get(id)?.retracted || state.comments.get(id)?.withdrawn;
    for (const { revised, at } of isGone ? [] : marks) if (revised) add(id, 'revised', at);
  }
  for (const suggestion of state.suggestions.values())
    if (isToAnswer(state, suggestion)) add(suggestion.claimId, 'suggested', suggestion.at);
  return [...queue.values()].sort(
    (a, b) =>
      part(a) - part(b) ||
      (isWaiting(a) ? rank(a.why) - rank(b.why) || a.since - b.since : b.since - a.since) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Does it wait to be dealt with? */
export function isWaiting({ why }: Queued): boolean {
  return why !== 'hidden' && why !== 'returned';
}

function part(queued: Queued): number {
  return isWaiting(queued) ? 0 : 1;
}

function rank(why: Queued['why']): number {
  return REASONS.indexOf(why);
}
