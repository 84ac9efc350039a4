/** The claims a viewer is asked about, in order, and those whose present wording they have voted on. */
export interface Ballot {
  readonly order: readonly string[];
  readonly votedOn: ReadonlySet<string>;
}

/** A viewer's way through guided voting. */
export interface Trail {
  /** The claims they were shown, in order. */
  readonly shown: readonly string[];
  /** Index of the current one; past the last one: nothing is left to ask. */
  readonly at: number;
  readonly skipped: ReadonlySet<string>;
}

/** Returns the way's beginning: the first claim without a vote. */
export function startTrail(ballot: Ballot): Trail {
  return goOn({ shown: [], at: -1, skipped: new Set() }, ballot);
}

/** Goes to the claim shown after the current one, otherwise to the next that has no vote and wasn't skipped. */
export function goOn({ shown, at, skipped }: Trail, ballot: Ballot): Trail {
  if (at + 1 < shown.length) return { shown, at: at + 1, skipped };
  const next = claimsLeft({ skipped }, ballot).find((id) => id !== shown[at]);
  return { shown: next === undefined ? shown : [...shown, next], at: shown.length, skipped };
}

/** Goes to the claim shown before. */
export function goBack(trail: Trail): Trail {
  return { ...trail, at: Math.max(0, trail.at - 1) };
}

/** Goes on without a vote on the current claim. A claim with a vote isn't skipped by passing it. */
export function skip(trail: Trail, ballot: Ballot): Trail {
  const current = trail.shown[trail.at];
  const isSkipped = current !== undefined && !ballot.votedOn.has(current);
  return goOn(isSkipped ? { ...trail, skipped: new Set(trail.skipped).add(current) } : trail, ballot);
}

/** Asks about the skipped claims again. */
export function returnToSkipped(trail: Trail, ballot: Ballot): Trail {
  return goOn({ ...trail, skipped: new Set() }, ballot);
}

/** The claims that have no vote yet and weren't skipped. */
export function claimsLeft({ skipped }: Pick<Trail, 'skipped'>, { order, votedOn }: Ballot): string[] {
  return order.filter((id) => !votedOn.has(id) && !skipped.has(id));
}

/** The way without claims that can no longer be voted on; if the current one is among them, it goes on. The same object if there are none. */
export function withoutMissing(trail: Trail, ballot: Ballot): Trail {
  const known = new Set(ballot.order);
  if (trail.shown.every((id) => known.has(id))) return trail;
  const { at, skipped } = trail;
  const current = trail.shown[at];
  const shown = trail.shown.filter((id) => known.has(id));
  const before = trail.shown.slice(0, at).filter((id) => known.has(id)).length;
  const isThere = current === undefined || known.has(current);
  return isThere ? { shown, at: before, skipped } : goOn({ shown, at: before - 1, skipped }, ballot);
}
