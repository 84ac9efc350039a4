import type { DebateState } from '../engine/state.ts';
import { isToAnswer } from '../suggestions/open-suggestions.ts';
import { isOpenReport } from './reports.ts';

/** The reasons why something is in the queue; open items come before settled ones. */
const REASONS = ['pending_approval', 'reported', 'revised', 'suggested', 'hidden', 'sent_back'] as const;

/** A claim or comment in the moderation queue. */
export interface Queued {
  readonly id: string;
  readonly why: (typeof REASONS)[number];
  /** Server time since which it waits, or at which it was settled. */
  readonly since: number;
}

/**
 * The moderation queue, each claim and comment once: oldest first, what waits for approval, was reported, waits for a second look at its
 * flags, or has suggested wordings; then, newest first, what is hidden or was sent back.
 */
export function queueOf(
  state: Pick<
    DebateState,
    'hidden' | 'reports' | 'reviews' | 'merges' | 'claims' | 'comments' | 'suggestions'
  >,
): Queued[] {
  const queue = new Map<string, Queued>();
  const add = (id: string, why: Queued['why'], since: number) => {
    const known = queue.get(id);
    if (!known || rank(why) < rank(known.why)) queue.set(id, { id, why, since });
    else if (known.why === why && since < known.since) queue.set(id, { ...known, since });
  };
  for (const { id, status, at } of state.hidden.values()) add(id, status, at);
  for (const report of state.reports.values())
    if (isOpenReport(report)) add(report.on, 'reported', report.at);
  for (const { id, flags } of state.reviews.values()) {
    const isGone =
      state.merges.has(id) || state.claims.get(id)?.retracted || state.comments.get(id)?.withdrawn;
    for (const { revised, at } of isGone ? [] : flags) if (revised) add(id, 'revised', at);
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

/** True if it is still open. */
export function isWaiting({ why }: Queued): boolean {
  return why !== 'hidden' && why !== 'sent_back';
}

function part(queued: Queued): number {
  return isWaiting(queued) ? 0 : 1;
}

function rank(why: Queued['why']): number {
  return REASONS.indexOf(why);
}
