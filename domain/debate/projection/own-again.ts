import type { LogEntry, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { dependentsOf, hiddenIdsFor } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { hasOwn, visibilityChangeRoots } from './reprojected.ts';

/*
 * Content that is projected again is sent without votes and ratings, so that everyone gets the same. A person's own follow as entries of
 * theirs: projecting a large branch once for each of 300 voters would take seconds.
 */

/** A person's own votes and ratings on what the entries that led to `state` project again for them. */
export function projectOwnAgain(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ProjectedEntry[] {
  const { participantId, seesAll } = viewer;
  const last = entries.at(-1);
  if (participantId === null || last === undefined) return [];
  const again = projectedAgain(entries, state, viewer);
  if (again === null) return [];
  const frame = { seq: last.seq, at: last.at, actor: participantId, author: participantId };
  // People who see the same as their audience are looked up; others' votes are looked for one by one.
  const isShared = again === projectedAgain(entries, state, { seesAll, participantId: null });
  const unseen = hiddenIdsFor(state, viewer);
  const ids =
    isShared && unseen === hiddenIdsFor(state, { seesAll, participantId: null })
      ? (answersBy(state, again, seesAll).get(participantId) ?? [])
      : again;
  return [...ids].flatMap((id): ProjectedEntry[] => {
    const vote = state.votes.get(id)?.get(participantId);
    const own = state.ratings.get(id)?.get(participantId);
    if ((!vote && !own) || unseen.has(id)) return [];
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
  const again = [false, true].flatMap((seesAll) => {
    const ids = projectedAgain(entries, state, { seesAll, participantId: null });
    return ids === null ? [] : [...answersBy(state, ids, seesAll).keys()];
  });
  return new Set([...own, ...again]);
}

/** The ids that entries project again for a viewer; `null`: none. */
function projectedAgain(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): ReadonlySet<string> | null {
  const roots = visibilityChangeRoots(entries, state, viewer);
  return roots.length > 0 ? dependentsOf(state, roots) : null;
}

type AnswersBy = ReadonlyMap<string, readonly string[]>;

/** Results for moderators (`true`) and for everyone else. */
const known = new WeakMap<ReadonlySet<string>, Map<boolean, AnswersBy>>();

/** The ids each person has voted on or rated, of some that an audience sees; calculated once for all who ask. */
function answersBy(state: DebateState, ids: ReadonlySet<string>, seesAll: boolean): AnswersBy {
  const ofIds = known.get(ids) ?? new Map<boolean, AnswersBy>();
  const before = ofIds.get(seesAll);
  if (before) return before;
  const unseen = hiddenIdsFor(state, { seesAll, participantId: null });
  const byPerson = new Map<string, string[]>();
  for (const id of ids) {
    if (unseen.has(id)) continue;
    const people = [...(state.votes.get(id)?.keys() ?? []), ...(state.ratings.get(id)?.keys() ?? [])];
    for (const person of new Set(people)) {
      const theirs = byPerson.get(person);
      if (theirs) theirs.push(id);
      else byPerson.set(person, [id]);
    }
  }
  known.set(ids, ofIds.set(seesAll, byPerson));
  return byPerson;
}
