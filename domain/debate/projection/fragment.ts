import { removeAllFrom, removeFrom } from '../../collections/persistent-index.ts';
import { PersistentMap } from '../../collections/persistent-map.ts';
import type { Promotion } from '../claims/promotion.ts';
import type { Comment, Origin } from '../comments/comment.ts';
import type { LastChange } from '../contributions/last-change.ts';
import { type DebateSnapshot, type PollAnswer, readVote } from '../engine/snapshot.ts';
import type { DebateState } from '../engine/state.ts';
import type { Group } from '../groups/group.ts';
import type { Merge, Split } from '../lineage/lineage.ts';
import type { Lock } from '../locks/lock.ts';
import type { Claim } from '../map/claim.ts';
import type { Link } from '../map/link.ts';
import { placeCrossLink, placeParentLink, unplaceParentLink } from '../map/placement.ts';
import type { Floor, Speech } from '../meetings/meeting.ts';
import { reviewsOf, withoutNaming } from '../moderation/flags.ts';
import type { Report } from '../moderation/report.ts';
import type { Review } from '../moderation/review.ts';
import type { ModerationAction } from '../moderation-log/moderation-action.ts';
import { moderationLogOf } from '../moderation-log/moderation-log.ts';
import { putAnswer } from '../polls/poll-answers.ts';
import type { Question } from '../questions/question.ts';
import type { Article, Citation, Source } from '../sources/source.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import { suggestionsOn } from '../suggestions/suggestions.ts';
import type { TextHistory } from '../texts/text-history.ts';
import { articleText, SOURCE_FIELDS, sourceText } from '../texts/texts.ts';
import type { Embargo, HiddenContent } from '../visibility/hidden.ts';
import { putRating } from '../votes/ratings.ts';
import type { Vote } from '../votes/vote.ts';

/** Some claims, links, comments and questions of a debate with all their data. */
export interface Fragment {
  readonly claims: readonly Claim[];
  readonly links: readonly Link[];
  /** Sources are sent in fragments if they were added while new claims were hidden. */
  readonly sources: readonly Source[];
  readonly articles: readonly Article[];
  readonly citations: readonly Citation[];
  /** Suggestions for these claims. */
  readonly suggestions: readonly Suggestion[];
  readonly comments: readonly Comment[];
  /** All comments on the targets of some of these, in order. */
  readonly commentsOn: readonly (readonly [targetId: string, commentIds: readonly string[]])[];
  readonly questions: readonly Question[];
  readonly hidden: readonly HiddenContent[];
  readonly embargoed: readonly Embargo[];
  readonly locks: readonly Lock[];
  readonly merges: readonly Merge[];
  /** Splits whose claims are both included: their words belong to both. */
  readonly splits: readonly Split[];
  /** Flags on these, and flags that name one of these. */
  readonly reviews: readonly Review[];
  /** Moderators' actions on these, for moderators. */
  readonly moderationLog: readonly ModerationAction[];
  /** Reports are sent per person, not with what they are about. */
  readonly reports: readonly Report[];
  /** Groups as well. */
  readonly groups: readonly Group[];
  readonly promotions: readonly Promotion[];
  /** Origins whose claim and comment are both included. */
  readonly origins: readonly Origin[];
  readonly lastChanges: readonly LastChange[];
  /** A person's own follow as entries of theirs; an earlier release sends them here. */
  readonly votes: DebateSnapshot['votes'];
  readonly ratings: NonNullable<DebateSnapshot['ratings']>;
  /** Answers to polls are sent per person too; null: the floor is as everyone knows it. */
  readonly answers: readonly PollAnswer[];
  readonly floor: { readonly floor: Floor; readonly speeches: readonly Speech[] } | null;
  readonly histories: readonly (readonly [text: string, history: TextHistory])[];
}

/** The data of these ids in a state, without votes and ratings. */
export function extractFragment(state: DebateState, ids: Iterable<string>): Fragment {
  const all = [...ids];
  const set = new Set(all);
  const comments = found(state.comments, all);
  const targets = [...new Set(comments.map(({ on }) => on.id))];
  return {
    claims: found(state.claims, all),
    links: found(state.links, all),
    sources: found(state.sources, all),
    articles: found(state.articles, all),
    citations: found(state.citations, all),
    suggestions: suggestionsOn(state, set),
    comments,
    commentsOn: targets.map((id) => [id, state.commentsOn.get(id) ?? []]),
    questions: found(state.questions, all),
    hidden: found(state.hidden, all),
    embargoed: found(state.embargoed, all),
    locks: found(state.locks, all),
    merges: found(state.merges, all),
    splits: [...splitsOf(state, set).values()],
    reviews: reviewsOf(state, set),
    moderationLog: moderationLogOf(state, set),
    reports: [],
    groups: [],
    promotions: found(state.promotions, all),
    origins: [...originsOf(state, set).values()],
    lastChanges: found(state.lastChanges, all),
    votes: [],
    ratings: [],
    answers: [],
    floor: null,
    histories: textsOfAll(state, all).flatMap((name) => {
      const history = state.histories.get(name);
      return history ? [[name, history] as const] : [];
    }),
  };
}

/** A state with these records as given, replacing earlier versions. */
export function mergeFragment(state: DebateState, part: Fragment): DebateState {
  const placed = part.links.reduce(
    (next, link) => {
      const before = next.links.get(link.id);
      const without = before ? unplace(next, before) : next;
      return link.parent ? placeParentLink(without, link) : placeCrossLink(without, link);
    },
    { ...state, claims: put(state.claims, part.claims) },
  );
  return {
    ...placed,
    sources: put(state.sources, part.sources),
    articles: put(state.articles, part.articles),
    citations: put(state.citations, part.citations),
    suggestions: put(state.suggestions, part.suggestions),
    comments: put(state.comments, part.comments),
    commentsOn: state.commentsOn.merge(PersistentMap(part.commentsOn)),
    questions: put(state.questions, part.questions),
    hidden: put(state.hidden, part.hidden),
    embargoed: put(state.embargoed, part.embargoed),
    locks: put(state.locks, part.locks),
    merges: put(state.merges, part.merges),
    splits: put(state.splits, part.splits),
    reviews: put(state.reviews, part.reviews),
    moderationLog: put(state.moderationLog, part.moderationLog),
    reports: put(state.reports, part.reports),
    groups: put(state.groups, part.groups),
    promotions: put(state.promotions, part.promotions),
    origins: put(state.origins, part.origins),
    lastChanges: put(state.lastChanges, part.lastChanges),
    votes: part.votes.reduce(putVote, state.votes),
    ratings: part.ratings.reduce(
      (ratings, [id, voter, value, of]) => putRating(ratings, id, voter, { value, of }),
      state.ratings,
    ),
    answers: part.answers.reduce(putAnswer, state.answers),
    floor: part.floor?.floor ?? state.floor,
    speeches: put(state.speeches, part.floor?.speeches ?? []),
    histories: state.histories.merge(PersistentMap(part.histories)),
  };
}

/** A state without these ids and their data. */
export function removeFragment(state: DebateState, ids: ReadonlySet<string>): DebateState {
  if (ids.size === 0) return state;
  const [links, comments] = [among(state.links, ids), among(state.comments, ids)];
  const sources = among(state.sources, ids);
  const places = links.filter(({ parent }) => parent).map(({ target }) => target.id);
  const ends = links.filter(({ parent }) => !parent).flatMap(({ target, from }) => [target.id, from]);
  return {
    ...state,
    claims: state.claims.deleteAll(ids),
    links: state.links.deleteAll(ids),
    sources: state.sources.deleteAll(ids),
    articles: state.articles.deleteAll(ids),
    citations: state.citations.deleteAll(ids),
    suggestions: state.suggestions.deleteAll(suggestionsOn(state, ids).map(({ id }) => id)),
    comments: state.comments.deleteAll(ids),
    questions: mergedPast(state.questions.deleteAll(ids), state.questions, ids),
    hidden: state.hidden.deleteAll(ids),
    embargoed: state.embargoed.deleteAll(ids),
    locks: state.locks.deleteAll(ids),
    merges: state.merges.deleteAll(ids),
    splits: state.splits.deleteAll(splitsOf(state, ids).keys()),
    reviews: withoutNaming(state.reviews.deleteAll(ids), ids),
    votes: state.votes.deleteAll(ids),
    ratings: state.ratings.deleteAll(ids),
    histories: state.histories.deleteAll(ids).deleteAll(sources.flatMap(({ id }) => textsOfSource(id))),
    promotions: state.promotions.deleteAll(ids),
    origins: state.origins.deleteAll(originsOf(state, ids).keys()),
    lastChanges: state.lastChanges.deleteAll(ids),
    childLinks: removeAllFrom(state.childLinks, places, ids),
    crossLinks: removeAllFrom(state.crossLinks, ends, ids),
    commentsOn: removeAllFrom(
      state.commentsOn,
      comments.map(({ on }) => on.id),
      ids,
    ),
  };
}

/** The questions that remain, each merged into the next that remains: nobody learns of one that they may not see. */
function mergedPast(
  remaining: DebateState['questions'],
  all: DebateState['questions'],
  removed: ReadonlySet<string>,
): DebateState['questions'] {
  if (remaining === all) return all;
  return remaining.map((question) => {
    let { into } = question;
    while (into !== null && removed.has(into)) into = all.get(into)?.into ?? null;
    return into === question.into ? question : { ...question, into };
  });
}

function splitsOf({ splits }: DebateState, ids: ReadonlySet<string>): DebateState['splits'] {
  return splits.filter(({ id, from }) => ids.has(id) || ids.has(from));
}

function originsOf({ origins }: DebateState, ids: ReadonlySet<string>): DebateState['origins'] {
  return origins.filter(({ id, comment }) => ids.has(id) || ids.has(comment));
}

/** The texts of these, by their names: a source has two and its article's, everything else one. */
function textsOfAll({ sources }: DebateState, ids: Iterable<string>): string[] {
  return [...ids].flatMap((id) => (sources.has(id) ? textsOfSource(id) : [id]));
}

function textsOfSource(id: string): string[] {
  return [...SOURCE_FIELDS.map((field) => sourceText(id, field)), articleText(id)];
}

function unplace(state: DebateState, link: Link): DebateState {
  if (link.parent) return unplaceParentLink(state, link);
  const crossLinks = removeFrom(removeFrom(state.crossLinks, link.target.id, link.id), link.from, link.id);
  return { ...state, crossLinks };
}

function found<T>(records: PersistentMap<string, T>, ids: readonly string[]): T[] {
  return ids.flatMap((id) => records.get(id) ?? []);
}

/** The same, in any order: of many ids, by a look at each record. */
function among<T extends { readonly id: string }>(
  records: PersistentMap<string, T>,
  ids: ReadonlySet<string>,
): T[] {
  if (records.size > ids.size * 4) return found(records, [...ids]);
  return [...records.values()].filter(({ id }) => ids.has(id));
}

function put<T extends { readonly id: string }>(
  records: PersistentMap<string, T>,
  more: readonly T[],
): PersistentMap<string, T> {
  return records.merge(more.map((record) => [record.id, record] as const));
}

function putVote(votes: DebateState['votes'], stored: Fragment['votes'][number]): DebateState['votes'] {
  const [claimId, voter] = stored;
  return votes.update(claimId, PersistentMap<string, Vote>(), (of) => of.set(voter, readVote(stored)));
}
