import { LIMITS } from '../debate/engine/limits.ts';

/**
 * What a participant has seen of a debate, in server times: all of it up to `until`, and of later things those at the claims,
 * positions and links named in `later`, each up to its time. Two of one person are joined by `mergeSeen`, in any order and
 * however often: so devices need not agree on who was first.
 */
export interface Seen {
  readonly until: number;
  readonly later: ReadonlyMap<string, number>;
  /** Up to which they knew it when they last left. */
  readonly left: number;
}

/** Nothing is seen. */
export const NOTHING_SEEN: Seen = { until: 0, later: new Map(), left: 0 };

/** What either of two has seen. */
export function mergeSeen(one: Seen, other: Seen): Seen {
  const until = Math.max(one.until, other.until);
  const later = new Map(one.later);
  for (const [id, at] of other.later) later.set(id, Math.max(at, later.get(id) ?? 0));
  return bounded({ until, later, left: Math.max(one.left, other.left) });
}

/** Up to which server time what is at this claim, position or link is seen. */
export function seenUntil({ until, later }: Seen, placeId: string): number {
  return Math.max(until, later.get(placeId) ?? 0);
}

/** Are two the same? */
export function isSameSeen(one: Seen, other: Seen): boolean {
  if (one.until !== other.until || one.left !== other.left || one.later.size !== other.later.size)
    return false;
  return [...one.later].every(([id, at]) => other.later.get(id) === at);
}

/** What is seen anyway is named no more. Beyond the bound the oldest are taken for seen, and all before them. */
function bounded({ until, later, left }: Seen): Seen {
  const named = [...later].filter(([, at]) => at > until);
  if (named.length <= LIMITS.seenLater) return { until, later: new Map(named), left };
  named.sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  const first = named[named.length - LIMITS.seenLater - 1]?.[1] ?? until;
  return { until: first, later: new Map(named.filter(([, at]) => at > first)), left };
}
