import { type Audience, projectState } from '../debate/engine/project.ts';
import { type DebateState, EMPTY_STATE } from '../debate/engine/state.ts';
import type { DebateHead } from '../debate/head/head.ts';
import type { Claim, Tally } from '../debate/map/claim.ts';
import { mergedInto } from '../debate/map/merged.ts';
import { removeFragment } from '../debate/projection/fragment.ts';
import { dependentsOf } from '../debate/visibility/hidden-content.ts';
import { areTalliesHidden, isBallotSecret, visibleRatings, visibleTally } from '../debate/votes/ballots.ts';
import { mapRated, type Rated, ratedIn, ratingCountsOf, withCounts } from '../debate/votes/ratings.ts';
import { NO_VOTES, type RatingCounts } from '../debate/votes/vote.ts';
import { countVotes } from '../debate/votes/vote-count.ts';

/**
 * The map as it was, for a viewer of an audience today: of what existed then, no more than they could see then with their present role, and
 * only what they may see now. Past states only leave the server through this function.
 *
 * `past` and `present` are states of one log. What is no part of the map (polls, questions, tasks, the floor, groups, reports, flags, suggested wordings, the
 * moderation log, the spotlight) has separate records and is left out. `now` is what the viewer sees of the present.
 */
export function projectPast(
  past: DebateState,
  present: DebateState,
  audience: Audience,
  participantId: string | null,
  now = projectState(present, audience, participantId),
): DebateState {
  const ruled = ruledAsToday(removeFragment(past, dependentsOf(past, goneOf(past, present, now))), present);
  const counted = recountedToday(past, ruled);
  const seen = projectState(counted, audience, participantId);
  return restrictTallies({ ...seen, ...NO_TRADE }, counted, present);
}

/** Ids of content that existed then and is not visible to this person now; a reused id refers to something else. */
function goneOf(past: DebateState, present: DebateState, now: DebateState): Set<string> {
  const isSame = <R extends { readonly author: string; readonly at?: number }>(was: R, is: R | undefined) =>
    is !== undefined && is.author === was.author && is.at === was.at;
  const gone = new Set<string>();
  for (const kind of ['claims', 'links', 'comments', 'sources'] as const)
    for (const [id, was] of past[kind])
      if (!now[kind].has(id) || !isSame(was, present[kind].get(id))) gone.add(id);
  return gone;
}

/** A past state under today's rules: visibility of names and votes, people and contributions. */
function ruledAsToday(past: DebateState, present: DebateState): DebateState {
  const { claims, comments, sources } = past;
  const isThere = (id: string) => claims.has(id) || comments.has(id) || sources.has(id);
  return {
    ...past,
    ...NO_TRADE,
    erasedAt: present.erasedAt,
    head: past.head && present.head && headToday(past.head, present.head),
    agenda: past.agenda && { ...past.agenda, timer: null },
    // A conclusion that was cleared since must not be readable then either.
    ...(past.conclusion?.begunAt !== present.conclusion?.begunAt && NO_CONCLUSION),
    positions: past.positions.filter((_, id) => present.positions.has(id)),
    // A text that was removed since must not be readable then either.
    articles: past.articles.filter((_, id) => present.articles.has(id)),
    // As they are known now: earlier roles, sanctions and names are not shown.
    participants: present.participants.filter((_, id) => past.participants.has(id)),
    hidden: past.hidden.merge(present.hidden.filter((_, id) => isThere(id))),
    embargoed: past.embargoed.merge(present.embargoed.filter((_, id) => isThere(id))),
  };
}

function headToday(past: DebateHead, present: DebateHead): DebateHead {
  const { names, ballots } = present.settings;
  const { restrictions, ...rest } = past;
  return { ...rest, deleted: false, settings: { ...past.settings, names, ballots } };
}

const NO_CONCLUSION = { conclusion: EMPTY_STATE.conclusion, signatures: EMPTY_STATE.signatures };

/** Fields that are no part of the map, or only for people working on it. */
const NO_TRADE = {
  reviews: EMPTY_STATE.reviews,
  reports: EMPTY_STATE.reports,
  lastChanges: EMPTY_STATE.lastChanges,
  suggestions: EMPTY_STATE.suggestions,
  groups: EMPTY_STATE.groups,
  meetings: EMPTY_STATE.meetings,
  moderationLog: EMPTY_STATE.moderationLog,
  polls: EMPTY_STATE.polls,
  answers: EMPTY_STATE.answers,
  questions: EMPTY_STATE.questions,
  tasks: EMPTY_STATE.tasks,
  floor: EMPTY_STATE.floor,
  speeches: EMPTY_STATE.speeches,
  spotlight: EMPTY_STATE.spotlight,
  histories: EMPTY_STATE.histories,
} satisfies Partial<DebateState>;

/** Content hidden today doesn't count in the claim it was merged into then. */
function recountedToday(was: DebateState, ruled: DebateState): DebateState {
  if (was.merges.size === 0) return ruled;
  const claims = ruled.claims.map((claim) =>
    mergedInto(was, claim.id).length === 0 ? claim : { ...claim, tally: countVotes(ruled, claim) },
  );
  return { ...ruled, claims };
}

/**
 * Tallies that may be shown both then and now: none while none is shown now. Of a secret ballot only those that are also shown today: two
 * totals of different moments would reveal the votes between them.
 */
function restrictTallies(seen: DebateState, past: DebateState, present: DebateState): DebateState {
  const isHidden = areTalliesHidden(present) || areTalliesHidden(past);
  if (!isHidden && !isBallotSecret(present)) return seen;
  const tallyOf = ({ id }: Claim): Tally => {
    const [was, is] = [past.claims.get(id), present.claims.get(id)];
    return !isHidden && was && is && isEqual(was.tally, visibleTally(present, is)) ? was.tally : NO_VOTES;
  };
  const ratingsOf = ({ id }: Rated): RatingCounts | null => {
    const [was, is] = [ratedIn(past, id), ratedIn(present, id)];
    const shown = is && !isHidden ? visibleRatings(present, is) : null;
    return String(shown ?? '') === String((was && ratingCountsOf(was)) ?? '') ? shown : null;
  };
  const claims = seen.claims.map((claim) => ({ ...claim, tally: tallyOf(claim) }));
  return mapRated({ ...seen, claims }, (rated) => withCounts(rated, ratingsOf(rated)));
}

function isEqual(a: Tally, b: Tally): boolean {
  return a.agree === b.agree && a.disagree === b.disagree && a.pass === b.pass;
}
