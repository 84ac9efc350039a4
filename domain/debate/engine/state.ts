import { PersistentMap } from '../../collections/persistent-map.ts';
import type { Promotion } from '../claims/promotion.ts';
import type { Comment, Origin } from '../comments/comment.ts';
import type { Conclusion, Signature } from '../conclusion/conclusion.ts';
import type { LastChange } from '../contributions/last-change.ts';
import type { Group } from '../groups/group.ts';
import type { DebateHead } from '../head/head.ts';
import type { Merge, Split } from '../lineage/lineage.ts';
import type { Lock } from '../locks/lock.ts';
import type { Claim } from '../map/claim.ts';
import type { Link } from '../map/link.ts';
import type { Floor, Meeting, Speech, Spotlight } from '../meetings/meeting.ts';
import type { Report } from '../moderation/report.ts';
import type { Review } from '../moderation/review.ts';
import type { ModerationAction } from '../moderation-log/moderation-action.ts';
import type { Participant } from '../participants/participant.ts';
import type { Agenda } from '../phases/agenda.ts';
import type { Poll } from '../polls/poll.ts';
import type { PollChoice } from '../polls/poll-form.ts';
import type { Position } from '../positions/position.ts';
import type { Numbering } from '../projection/numbering.ts';
import type { Question } from '../questions/question.ts';
import type { Article, Citation, Source } from '../sources/source.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import type { Task } from '../tasks/task.ts';
import type { TextHistory } from '../texts/text-history.ts';
import type { Embargo, HiddenContent } from '../visibility/hidden.ts';
import type { DisclosedTotal, Rating, Vote } from '../votes/vote.ts';

/**
 * A debate as folded from its log up to `seq`. Immutable: folding an entry makes a new state that shares what did not change, so that
 * earlier states stay valid (rebase, retry, history) and unchanged records keep their identity (React). On a client it is the projection
 * for that client's audience: `votes` and `ratings` then hold only the viewer's own.
 */
export interface DebateState {
  /** Sequence number of the last entry folded in; 0 before the first. */
  readonly seq: number;
  /** Server time of that entry, milliseconds since 1970. */
  readonly at: number;
  /** The numbering of entries for viewers; null in projections, which have only those numbers. */
  readonly numbering: Numbering | null;
  /** Number of the last entry that erased words: copies from before it still have them. 0: none. */
  readonly erasedAt: number;
  readonly head: DebateHead | null;
  /** Null: none exists. */
  readonly agenda: Agenda | null;
  readonly positions: PersistentMap<string, Position>;
  readonly claims: PersistentMap<string, Claim>;
  readonly links: PersistentMap<string, Link>;
  readonly sources: PersistentMap<string, Source>;
  /** By source. */
  readonly articles: PersistentMap<string, Article>;
  /** Cited passages, by claim; a claim that cites none has none. */
  readonly citations: PersistentMap<string, Citation>;
  /** Suggested wordings. On a client, those the viewer may know. */
  readonly suggestions: PersistentMap<string, Suggestion>;
  readonly comments: PersistentMap<string, Comment>;
  readonly participants: PersistentMap<string, Participant>;
  /** Votes by claim, then by participant. */
  readonly votes: PersistentMap<string, PersistentMap<string, Vote>>;
  /** The positions that people spoke for when they cast votes they withdrew, by claim, then by participant; null: none. Only the log's states hold them. */
  readonly formerTeams: PersistentMap<string, PersistentMap<string, string | null>>;
  /** Ratings by what they are on, then by participant. */
  readonly ratings: PersistentMap<string, PersistentMap<string, Rating>>;
  /** Totals of claims' votes and ratings of links that were disclosed before they were restricted, oldest first: of votes by claim, of ratings by `ratingsTotalOf`. */
  readonly disclosedTotals: PersistentMap<string, readonly DisclosedTotal[]>;
  /** Claims and comments that are not visible to everyone. */
  readonly hidden: PersistentMap<string, HiddenContent>;
  /** Content that only its author sees until the reveal. */
  readonly embargoed: PersistentMap<string, Embargo>;
  readonly locks: PersistentMap<string, Lock>;
  /** Claims that were merged into others. */
  readonly merges: PersistentMap<string, Merge>;
  /** Claims that were parts of others. */
  readonly splits: PersistentMap<string, Split>;
  /** Flags, by what they are on. */
  readonly reviews: PersistentMap<string, Review>;
  readonly reports: PersistentMap<string, Report>;
  /** The small groups of this debate. */
  readonly groups: PersistentMap<string, Group>;
  /** Claims promoted to here from a group, or from here to the plenary. */
  readonly promotions: PersistentMap<string, Promotion>;
  /** Claims made from comments. */
  readonly origins: PersistentMap<string, Origin>;
  readonly lastChanges: PersistentMap<string, LastChange>;
  readonly meetings: PersistentMap<string, Meeting>;
  /** The moderation log, by entry. */
  readonly moderationLog: PersistentMap<string, ModerationAction>;
  readonly polls: PersistentMap<string, Poll>;
  /** Answers to polls by poll, then by participant. */
  readonly answers: PersistentMap<string, PersistentMap<string, PollChoice>>;
  /** Questions from the floor. */
  readonly questions: PersistentMap<string, Question>;
  /** Tasks that moderators set for everyone. */
  readonly tasks: PersistentMap<string, Task>;
  /** Null: none was begun. */
  readonly conclusion: Conclusion | null;
  readonly signatures: PersistentMap<string, Signature>;
  readonly floor: Floor;
  readonly speeches: PersistentMap<string, Speech>;
  readonly spotlight: Spotlight | null;
  /** Remembered changes of the texts that were edited, by the texts' names (`texts.ts`). */
  readonly histories: PersistentMap<string, TextHistory>;
  /** Parent links by what they point at (position, claim or link), in order. Derived. */
  readonly childLinks: PersistentMap<string, readonly string[]>;
  /** Cross-links by what they point at, and by the claim they come from. Derived. */
  readonly crossLinks: PersistentMap<string, readonly string[]>;
  /** Comments by what they are on, in order of time. Derived. */
  readonly commentsOn: PersistentMap<string, readonly string[]>;
}

/** The state before the first entry. */
export const EMPTY_STATE: DebateState = {
  seq: 0,
  at: 0,
  numbering: {
    publicSeq: 0,
    at: 0,
    since: 0,
    moderatorsOnly: { count: 0, at: 0 },
    own: PersistentMap(),
    runs: [{ publicSeq: 0, seq: 0 }],
    erasedAt: 0,
  },
  erasedAt: 0,
  head: null,
  agenda: null,
  positions: PersistentMap(),
  claims: PersistentMap(),
  links: PersistentMap(),
  sources: PersistentMap(),
  articles: PersistentMap(),
  citations: PersistentMap(),
  suggestions: PersistentMap(),
  comments: PersistentMap(),
  participants: PersistentMap(),
  votes: PersistentMap(),
  formerTeams: PersistentMap(),
  ratings: PersistentMap(),
  disclosedTotals: PersistentMap(),
  hidden: PersistentMap(),
  embargoed: PersistentMap(),
  locks: PersistentMap(),
  merges: PersistentMap(),
  splits: PersistentMap(),
  reviews: PersistentMap(),
  reports: PersistentMap(),
  groups: PersistentMap(),
  promotions: PersistentMap(),
  origins: PersistentMap(),
  lastChanges: PersistentMap(),
  meetings: PersistentMap(),
  moderationLog: PersistentMap(),
  polls: PersistentMap(),
  answers: PersistentMap(),
  questions: PersistentMap(),
  tasks: PersistentMap(),
  floor: { hands: [], speaker: null, order: 'raised', invited: [] },
  conclusion: null,
  signatures: PersistentMap(),
  speeches: PersistentMap(),
  spotlight: null,
  histories: PersistentMap(),
  childLinks: PersistentMap(),
  crossLinks: PersistentMap(),
  commentsOn: PersistentMap(),
};

/** True if anything in the debate uses this id. Ids share one space, so that a link is distinguishable from its target. */
export function isTaken(state: DebateState, id: string): boolean {
  return (
    state.claims.has(id) ||
    state.links.has(id) ||
    state.positions.has(id) ||
    state.comments.has(id) ||
    state.sources.has(id) ||
    state.reports.has(id) ||
    state.suggestions.has(id) ||
    state.groups.has(id) ||
    state.polls.has(id) ||
    state.questions.has(id) ||
    state.tasks.has(id) ||
    state.signatures.has(id)
  );
}
