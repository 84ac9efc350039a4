import { LIMITS } from '../debate/engine/limits.ts';

/**
 * A participant's read marks of a debate, in server times: all of it up to `until`, and of later things those at the claims, positions and
 * links named in `later`, each up to its time. Two of one person are joined by `mergeReadMarks`, in any order and any number of times: so
 * devices need not agree on an order.
 */
export interface ReadMarks {
  readonly until: number;
  readonly later: ReadonlyMap<string, number>;
  /** Time up to which they knew it when they last left. */
  readonly left: number;
}

/** Nothing is read. */
export const NO_READ_MARKS: ReadMarks = { until: 0, later: new Map(), left: 0 };

/** Merges two: read in either counts as read. */
export function mergeReadMarks(one: ReadMarks, other: ReadMarks): ReadMarks {
  const until = Math.max(one.until, other.until);
  const later = new Map(one.later);
  for (const [id, at] of other.later) later.set(id, Math.max(at, later.get(id) ?? 0));
  return bounded({ until, later, left: Math.max(one.left, other.left) });
}

/** Server time up to which this claim, position or link is read. */
export function readUntil({ until, later }: ReadMarks, placeId: string): number {
  return Math.max(until, later.get(placeId) ?? 0);
}

/** True if two are equal. */
export function hasSameReadMarks(one: ReadMarks, other: ReadMarks): boolean {
  if (one.until !== other.until || one.left !== other.left || one.later.size !== other.later.size)
    return false;
  return [...one.later].every(([id, at]) => other.later.get(id) === at);
}

/** Removes places that are read anyway. Beyond the limit the oldest count as read, with everything before them. */
function bounded({ until, later, left }: ReadMarks): ReadMarks {
  const named = [...later].filter(([, at]) => at > until);
  if (named.length <= LIMITS.seenLater) return { until, later: new Map(named), left };
  named.sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  const first = named[named.length - LIMITS.seenLater - 1]?.[1] ?? until;
  return { until: first, later: new Map(named.filter(([, at]) => at > first)), left };
}
