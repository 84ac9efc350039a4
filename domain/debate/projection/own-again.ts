import type { LogEntry, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { dependentsOf, isHiddenFrom } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { hasOwn, visibilityChangeRoots } from './reprojected.ts';

/*
 * Content that is projected again is sent without votes and ratings, so that everyone gets the same. A person's own follow as entries of
 * theirs: projecting a large branch once for each of 300 voters would take seconds.
 */

/** A person's own votes and ratings on what the entries that led to `state` project again. */
export function projectOwnAgain(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry[] {
  const { participantId, seesAll } = viewer;
  const last = entries.at(-1);
  if (participantId === null || last === undefined) return [];
  const ids = answeredAgain(entries, state, seesAll).get(participantId) ?? [];
  const frame = { seq: last.seq, at: last.at, actor: participantId, author: participantId };
  return ids.flatMap((id): ProjectedEntry[] => {
    if (isHiddenFrom(state, id, viewer)) return [];
    const vote = state.votes.get(id)?.get(participantId);
    const own = state.ratings.get(id)?.get(participantId);
    return [
      ...(vote ? [{ ...frame, effect: { type: 'vote.own', claimId: id, ...vote } } as const] : []),
      ...(own ? [{ ...frame, effect: { type: 'rating.own', on: id, own } } as const] : []),
    ];
  });
}

/**
 * Participants who get separate entries besides their audience's: their votes, poll answers and ratings, also those on what is projected
 * again.
 */
export function participantsWithOwnEntries(
  entries: readonly LogEntry[],
  state: DebateState,
): ReadonlySet<string> {
  const own = entries.flatMap(({ effect, author }) => (hasOwn(effect) ? [author] : []));
  return new Set([...own, ...answeredAgain(entries, state, false).keys()]);
}

/** By entries, of the last state they were asked for with. */
const known = new WeakMap<readonly LogEntry[], Answered>();

interface Answered {
  readonly state: DebateState;
  readonly seesAll: boolean;
  readonly byPerson: ReadonlyMap<string, readonly string[]>;
}

/** The ids each person has voted on or rated, of those that entries project again for an audience; calculated once for all who ask. */
function answeredAgain(
  entries: readonly LogEntry[],
  state: DebateState,
  seesAll: boolean,
): ReadonlyMap<string, readonly string[]> {
  const before = known.get(entries);
  if (before?.state === state && before.seesAll === seesAll) return before.byPerson;
  const byPerson = new Map<string, string[]>();
  const roots = visibilityChangeRoots(entries, state, { seesAll, participantId: null });
  for (const id of roots.length > 0 ? dependentsOf(state, roots) : [])
    for (const person of new Set([
      ...(state.votes.get(id)?.keys() ?? []),
      ...(state.ratings.get(id)?.keys() ?? []),
    ])) {
      const ids = byPerson.get(person);
      if (ids) ids.push(id);
      else byPerson.set(person, [id]);
    }
  known.set(entries, { state, seesAll, byPerson });
  return byPerson;
}
