import { PersistentMap } from './persistent-map.ts';
import type { TextChange } from './text-change.ts';

export const ROLES = ['owner', 'moderator', 'debater', 'suggester', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** Why somebody was muted, removed or banned: a closed list, so that reasons can be counted. */
export const REASONS = ['abusive', 'disruptive', 'flooding', 'pretending', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** Whether a participant is in the debate; who was removed may come back, who was banned may not. */
export const STANDINGS = ['in', 'removed', 'banned'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What those who run a debate find wanting in a claim, or in a comment: closed lists, so that marks can be counted. */
export const MARKS = [
  'unsupported',
  'unclear',
  'not_a_claim',
  'several_claims',
  'duplicate',
  'elsewhere',
  'off_topic',
  'abusive',
] as const;
export type MarkKind = (typeof MARKS)[number];
export const COMMENT_MARKS: readonly MarkKind[] = ['unclear', 'elsewhere', 'off_topic', 'abusive'];
/** Marks that may name the claim that says it already, or under which it belongs. */
export const POINTING_MARKS: readonly MarkKind[] = ['duplicate', 'elsewhere'];

/** What became of a report. */
export const OUTCOMES = ['nothing', 'hidden', 'marked', 'otherwise'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a poll asks about: the motion, before it is debated and after, or anything else. */
export const POLL_KINDS = ['before', 'after', 'quick'] as const;
export type PollKind = (typeof POLL_KINDS)[number];

/** The answers to a poll on the motion, in their order. */
export const STANCES = ['for', 'against', 'undecided'] as const;

export const HUES = ['blue', 'ochre', 'violet', 'teal', 'rose', 'olive', 'slate', 'umber'] as const;
export type Hue = (typeof HUES)[number];

export const ANSWERS = ['agree', 'disagree', 'pass'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The texts of a source that are written together. */
export const SOURCE_FIELDS = ['excerpt', 'note'] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

export type Relation = 'support' | 'attack';
export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Open: people write and vote. Closed: it is read. Archived: closed, and out of the lists. */
export const LIVES = ['open', 'closed', 'archived'] as const;
export type Life = (typeof LIVES)[number];

/**
 * What people are told of who wrote what: names; pseudonyms, and names for those who run the debate; nothing. From the
 * loosest on.
 */
export const NAMES = ['shown', 'pseudonyms', 'anonymous'] as const;
export type Names = (typeof NAMES)[number];

/** What a phase of a debate is for. */
export const PHASE_KINDS = [
  'opening_poll',
  'silent_writing',
  'open_debate',
  'rebuttals',
  'vote',
  'closing_poll',
  'wrap_up',
  'other',
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

/** What people may do in a phase. Who may add sees to what they added. */
export const DOINGS = ['add', 'edit', 'comment', 'vote'] as const;
export type Doing = (typeof DOINGS)[number];

/** What stays on the server in a phase: what others add, and how people voted. */
export const HIDEABLE = ['claims', 'tallies'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** One stretch of a debate held live. */
export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  /** A name of its own; empty: that of its kind. */
  readonly title: string;
  /** What people are asked to do. */
  readonly note: string;
  /** How long it is meant to last; null: as long as it takes. */
  readonly minutes: number | null;
  readonly may: readonly Doing[];
  readonly hides: readonly Hideable[];
}

/** The time of a phase, by the server's clock: when it ends, or, while it is held, the milliseconds left. Below 0 it is over. */
export type Timer = { readonly ends: number } | { readonly left: number };

/** What a debate held live goes through. */
export interface Agenda {
  readonly phases: readonly Phase[];
  /** The phase that is on; null: none. */
  readonly at: string | null;
  /** Counts how often the phases were set. */
  readonly revision: number;
  readonly timer: Timer | null;
}

/** What was added while new claims were hidden: until the reveal for its author alone. */
export interface Veiled {
  /** The claim, comment or source. */
  readonly id: string;
  readonly author: string;
}

/** What a link, or a comment, points at. */
export interface Target {
  readonly kind: 'position' | 'claim' | 'link';
  readonly id: string;
}

/** What those who run a debate choose for it. */
export interface Settings {
  /** What a guest becomes on joining; `none` keeps guests out. */
  readonly guests: 'debater' | 'suggester' | 'observer' | 'none';
  /** Who may change others' wording: all who may add, or authors only. */
  readonly wording: 'shared' | 'own';
  /** Why something may be hidden: codes of the catalogue, or words of those who run the debate. */
  readonly reasons: readonly string[];
  /** Whether people speak for positions, and who says for which: they or those who run the debate. */
  readonly teams: 'off' | 'chosen' | 'assigned';
  /** Whether a team writes for its own position alone. */
  readonly sides: 'free' | 'own';
  /** Whose contributions wait until those who run the debate have accepted them. */
  readonly held: readonly ('debater' | 'suggester')[];
  /** Whether it is offered where a new debate is started. */
  readonly template: boolean;
  /** Once chosen never loosened. */
  readonly names: Names;
  /** Whether tallies are told while people vote. Secret once chosen, it stays so. */
  readonly ballots: 'open' | 'secret';
}

/** Why somebody else's contribution is not shown to everybody: hidden by those who run the debate, waiting for their
 * approval, or returned to its author. */
export interface Withheld {
  /** The claim or comment. */
  readonly id: string;
  readonly how: 'hidden' | 'held' | 'returned';
  /** One of the debate's reasons. */
  readonly reason: string;
  /** To its author. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

/** What those who run the debate alone may change. */
export interface Lock {
  /** The claim or position; `*` is the whole debate. */
  readonly id: string;
  /** All that stands under it too. */
  readonly branch: boolean;
  readonly by: string;
  readonly at: number;
}

/** A claim that says what another one says: it has left the map, and what is on it and under it stands with that one. */
export interface Merge {
  /** The claim that was merged. */
  readonly id: string;
  readonly into: string;
  readonly by: string;
  readonly at: number;
}

/** A claim that another one gave a part of its wording to. */
export interface Split {
  /** The new claim. */
  readonly id: string;
  /** The claim that was split, and kept the rest. */
  readonly from: string;
  /** The entry that did it: parts of one splitting have one. */
  readonly seq: number;
  /** The wording before and after. */
  readonly whole: string;
  readonly left: string;
  /** Whether it was joined to that claim again. */
  readonly joined: boolean;
  readonly by: string;
  readonly at: number;
}

/** What a contribution was found wanting in. */
export interface Mark {
  readonly what: MarkKind;
  /** The claim that says it already, or under which it belongs; null: none is named. */
  readonly other: string | null;
  /** To its author: known to them and to those who run the debate, as is who put the mark. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
  /** Its author says that it has been seen to: the mark waits for a second look. */
  readonly revised: boolean;
}

/** The marks of one contribution, in the order of their list. */
export interface Review {
  /** The claim or comment. */
  readonly id: string;
  readonly marks: readonly Mark[];
}

/** What a participant told those who run the debate about somebody else's contribution. */
export interface Report {
  readonly id: string;
  /** The claim or comment. */
  readonly on: string;
  /** One of the debate's reasons. */
  readonly reason: string;
  readonly words: string;
  /** Who reported it; empty where one may not know. */
  readonly author: string;
  readonly at: number;
  /** Null: nobody has dealt with it yet. */
  readonly outcome: Outcome | null;
  /** Who dealt with it; empty where nobody has, or one may not know. */
  readonly by: string;
}

/** A debate of its own that some of those who take part in this one work in for a while. */
export interface Group {
  readonly id: string;
  /** Counts the groups of the debate as they are formed, from 1. */
  readonly number: number;
  readonly debateId: string;
  readonly name: string;
  /** Participants here, who are the same there; as many of them as one may know. */
  readonly members: readonly string[];
  /** Whoever is in a group that is open works there now. */
  readonly life: Life;
  readonly at: number;
}

/** A claim that was brought from a group to the plenary; it has the same id in both. */
export interface Brought {
  /** The claim. */
  readonly id: string;
  /** The group it comes from, empty where one may not know; null: it was brought from here to the plenary. */
  readonly group: string | null;
  readonly at: number;
}

/** A claim that was made of a comment: what its author said there. */
export interface Origin {
  /** The claim. */
  readonly id: string;
  readonly comment: string;
}

/** What last made a claim or comment one to read again. */
export interface Latest {
  /** The claim or comment. */
  readonly id: string;
  /** Its words were changed, or it was shown to everybody after others had waited for it. */
  readonly how: 'reworded' | 'shown';
  /** Who changed it; of what was shown, who wrote it. Empty where one may not know. */
  readonly by: string;
  readonly at: number;
}

/** A live stretch of the debate, begun and ended by those who run it. */
export interface Meeting {
  /** Its number, from 1. */
  readonly id: string;
  /** The entries that began and ended it, and when; null: it goes on. */
  readonly from: number;
  readonly to: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/**
 * What those who run a debate decide about somebody else; `freed` may write again, `admitted` is let back in, `appointed` has
 * another role.
 */
export const MEASURES = ['muted', 'freed', 'removed', 'banned', 'admitted', 'appointed', 'renamed'] as const;
export type Measure = (typeof MEASURES)[number];

/** What those who run a debate did to others' contributions, or decided about others, for those who run it. */
export interface Act {
  /** The entry that did it, as a name. */
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly what:
    | 'hidden'
    | 'restored'
    | 'held'
    | 'accepted'
    | 'returned'
    | 'locked'
    | 'unlocked'
    | 'merged'
    | 'unmerged'
    | 'split'
    | 'joined'
    | 'marked'
    | 'unmarked'
    | 'dismissed'
    | 'settled'
    | 'reopened'
    | Measure;
  /** The contributions; of a measure the person. */
  readonly on: readonly string[];
  /** One of the debate's reasons, the mark, or why a measure was taken. */
  readonly reason: string;
  readonly note: string;
}

/** A question that those who run a debate put to everybody, and what came of it. */
export interface Poll {
  readonly id: string;
  readonly kind: PollKind;
  /** Of a poll after the debate, the one before it; null: none. */
  readonly since: string | null;
  /** Empty where it asks about the motion; its options are the stances then. */
  readonly question: string;
  readonly options: readonly string[];
  /** Nothing is told of what was answered until it is closed, and then totals of at least five. */
  readonly secret: boolean;
  readonly open: boolean;
  /** The entry that last opened or closed it. */
  readonly turned: number;
  /** The entry that opened it: polls stand in this order. */
  readonly seq: number;
  /** Server time at which it was opened. */
  readonly at: number;
  /** How many have answered. */
  readonly answered: number;
  /** How often each option was chosen; null: one may not know it. */
  readonly counts: readonly number[] | null;
  /** By option before, then by option after, those who answered both: told of a poll after the debate. Null: not told. */
  readonly flows: readonly (readonly number[])[] | null;
}

/** Who has the floor. */
export interface Speaker {
  readonly participantId: string;
  /** The position they speak for; null: none. */
  readonly positionId: string | null;
  /** Server time at which they began. */
  readonly since: number;
  /** How long they may speak, in seconds; null: without a limit. */
  readonly seconds: number | null;
}

/** Once that somebody had the floor. */
export interface Speech {
  /** The entry that ended it, as a name. */
  readonly id: string;
  readonly participantId: string;
  readonly positionId: string | null;
  readonly from: number;
  readonly to: number;
}

/** Who would speak, and who speaks. */
export interface Floor {
  /** Participants who have raised a hand, the first first; empty ones are of people one is not told of. */
  readonly hands: readonly string[];
  readonly speaker: Speaker | null;
}

/** The claim that everybody is shown: on the stage, and to whoever follows. */
export interface Light {
  readonly on: string;
  /** The entry that put it there. */
  readonly seq: number;
  /** The entry that last brought everybody there; 0: none did. */
  readonly call: number;
}

/** What holds where nothing was chosen: in debates made before there was the choice, too. */
export const DEFAULT_SETTINGS: Settings = {
  guests: 'debater',
  wording: 'shared',
  reasons: ['abusive', 'off_topic', 'spam', 'personal_data', 'duplicate', 'unlawful'],
  teams: 'off',
  sides: 'free',
  held: [],
  template: false,
  names: 'shown',
  ballots: 'open',
};

export interface DebateHead {
  readonly title: string;
  readonly motion: string;
  readonly visibility: Visibility;
  readonly settings: Settings;
  /** The debate it is a small group of; null: it is none. */
  readonly plenary: string | null;
  readonly life: Life;
  /** Marked for its end by its owner, who alone still reaches it. */
  readonly deleted: boolean;
  /** Server time at which `life` or `deleted` became what it is. */
  readonly turnedAt: number;
  readonly createdAt: number;
}

export interface Position {
  readonly id: string;
  readonly name: string;
  readonly hue: Hue;
  readonly summary: string;
  readonly order: string;
  readonly removed: boolean;
}

/** Absolute counts of a claim's votes; `earlier` of them answer a wording before the present one. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
  readonly earlier: number;
}

/** A change of a text as it took effect, kept so that later ones made on an older revision can be merged. */
export interface RememberedChange {
  readonly revision: number;
  /** The entry that made it. */
  readonly seq: number;
  readonly change: TextChange;
}

/** What is remembered of how a text came about. A text that was never changed has none. */
export interface TextHistory {
  /** Counts changes, from 1. */
  readonly revision: number;
  /** Those since it was sealed, as many as are remembered. */
  readonly changes: readonly RememberedChange[];
  /** The text as it was last sealed, while it has been changed since; null: it stands sealed. */
  readonly sealed: string | null;
}

export interface Claim {
  readonly id: string;
  readonly positionId: string | null;
  readonly text: string;
  /** The number of its sealed wording, from 1; what a vote answers. */
  readonly wording: number;
  /** How many wordings it has had. */
  readonly wordings: number;
  /** The sealed wording it had before this one, which it may take up again. */
  readonly before: { readonly wording: number; readonly text: string } | null;
  readonly author: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly retracted: boolean;
  readonly sources: readonly string[];
  readonly parentLink: string;
  readonly tally: Tally;
}

/** How many people gave a link each weight, by weight. */
export type Weighing = readonly number[];

/** The weight one person gave a link. */
export interface Weight {
  readonly weight: number;
  /** What the link was then: what it does, and to what. A weight counts while it is that. */
  readonly step: string;
}

export interface Link {
  readonly id: string;
  readonly from: string;
  readonly target: Target;
  readonly relation: Relation;
  /** A parent link is its claim's place in the map; the others are cross-links. */
  readonly parent: boolean;
  /** Sorts siblings under one target. */
  readonly order: string;
  readonly author: string;
  readonly at: number;
  readonly retracted: boolean;
  /** The weights people gave it; absent: nobody did. */
  readonly weighing?: Weighing;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly locator: string;
  readonly excerpt: string;
  readonly note: string;
  readonly author: string;
}

/**
 * The text of an article that a source is, as those who run the debate entered it: what claims cite passages of. It has a
 * version when it is sealed, as a wording has.
 */
export interface Article {
  /** The source. */
  readonly id: string;
  readonly text: string;
  /** The number of its sealed version; 0: it is being entered. */
  readonly version: number;
  readonly editedAt: number;
}

/**
 * An exact passage of an article as a claim cites it, found again by two selectors of the W3C Web Annotation Data Model: its
 * words with what stands around them (TextQuoteSelector), and its place (TextPositionSelector). Places are in UTF-16 units, as
 * they are in changes of texts.
 */
export interface Passage {
  readonly id: string;
  readonly sourceId: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** The passages that a claim cites, in the order in which they were. */
export interface Citation {
  /** The claim. */
  readonly id: string;
  readonly passages: readonly Passage[];
}

/** What became of a suggested wording. */
export const SETTLEMENTS = ['accepted', 'returned'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Another wording of a claim, proposed by somebody who may not reword it, or would rather ask. */
export interface Suggestion {
  readonly id: string;
  readonly claimId: string;
  /** What the claim said when it was made, and the number of its sealed wording then. */
  readonly was: string;
  readonly wording: number;
  /** What it is to say. */
  readonly text: string;
  /** Why. */
  readonly note: string;
  /** Who suggested it; empty where one may not know. */
  readonly author: string;
  readonly at: number;
  /** Null: it waits. */
  readonly outcome: Settlement | null;
  /** Of an accepted one the number of the wording it became; 0: of none. */
  readonly became: number;
  /** Why it was returned. */
  readonly answer: string;
  /** Who accepted or returned it; empty where nobody has, or one may not know. */
  readonly by: string;
}

export interface Comment {
  readonly id: string;
  readonly on: Target;
  readonly replyTo: string | null;
  readonly text: string;
  readonly author: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly withdrawn: boolean;
  readonly resolved: boolean;
}

export interface Participant {
  readonly id: string;
  readonly role: Role;
  readonly joinedAt: number;
  /** The position this person speaks for; null: none. */
  readonly team: string | null;
  /** What follows is known to those who run the debate, and to the person. */
  readonly muted: boolean;
  readonly standing: Standing;
  /** Why muted, removed or banned; null for who is none of it. */
  readonly reason: Reason | null;
  /** They asked to be forgotten: there is no name and nobody any more. */
  readonly erased?: true;
}

export interface Vote {
  readonly answer: Answer;
  readonly wording: number;
}

/**
 * A total of a ballot that was told: it stays known, so that nothing told after it may differ from it by the answers of few.
 * Only the log's states hold them.
 */
export interface ToldTotal {
  /** What was counted: the claims whose votes were, or what a link did when it was weighed. */
  readonly of: readonly string[];
  /** Of a claim: agree, disagree, pass, and how many of them answered an earlier wording. Of a link: by weight. */
  readonly counts: readonly number[];
  /** The wording a claim had. */
  readonly wording: number;
  /** Those who answer otherwise since then, with what they answered then; null: nothing. */
  readonly since: PersistentMap<string, string | null>;
}

/**
 * How entries are numbered for people, where that is not how the log numbers them. What all may know of is counted without a
 * hole. What is one person's alone (what they add unseen, their votes while tallies are hidden) has, for that person,
 * numbers between two of these, and for all others none: no number they are told counts it.
 */
export interface Numbering {
  /** The number of the last entry that all may know of, and its time. */
  readonly told: number;
  readonly at: number;
  /** The number from which on all may know of every entry, unless something is hidden now. */
  readonly since: number;
  /** By person, what was theirs alone since that entry. */
  readonly own: PersistentMap<string, OwnNumbers>;
  /** Sequence number in the log of the last entry that erased words; 0: none has. */
  readonly erasedAt: number;
}

/** What is one person's alone since the last entry that all may know of. */
export interface OwnNumbers {
  readonly count: number;
  /** Time of the last of it. */
  readonly at: number;
}

/**
 * A debate as folded from its log up to `seq`. Immutable: folding an entry makes a new state that shares what did not
 * change, so that earlier states stay valid (rebase, retry, history) and unchanged records keep their identity (React).
 * On a client it is the projection for that client's audience: `votes` and `weights` then hold only one's own.
 */
export interface DebateState {
  /** Sequence number of the last entry folded in; 0 before the first. */
  readonly seq: number;
  /** Server time of that entry, milliseconds since 1970. */
  readonly at: number;
  /** How people are told the numbers of entries; null in what is told to them: there they have no others. */
  readonly numbering: Numbering | null;
  /** The number of the last entry that erased words: what is known from before it still has them. 0: none has. */
  readonly erasedAt: number;
  readonly head: DebateHead | null;
  /** Null: none was made. */
  readonly agenda: Agenda | null;
  readonly positions: PersistentMap<string, Position>;
  readonly claims: PersistentMap<string, Claim>;
  readonly links: PersistentMap<string, Link>;
  readonly sources: PersistentMap<string, Source>;
  /** By source. */
  readonly articles: PersistentMap<string, Article>;
  /** Cited passages, by claim; a claim that cites none has none. */
  readonly citations: PersistentMap<string, Citation>;
  /** Suggested wordings. On a client those one may know of. */
  readonly suggestions: PersistentMap<string, Suggestion>;
  readonly comments: PersistentMap<string, Comment>;
  readonly participants: PersistentMap<string, Participant>;
  /** Votes by claim, then by participant. */
  readonly votes: PersistentMap<string, PersistentMap<string, Vote>>;
  /** Weights by link, then by participant. */
  readonly weights: PersistentMap<string, PersistentMap<string, Weight>>;
  /** Totals of claims' votes and links' weights that were told before they were kept back, by claim or link, the first first. */
  readonly toldTotals: PersistentMap<string, readonly ToldTotal[]>;
  /** Claims and comments that are not shown to everybody. */
  readonly withheld: PersistentMap<string, Withheld>;
  /** What is its author's alone until the reveal. */
  readonly veiled: PersistentMap<string, Veiled>;
  readonly locks: PersistentMap<string, Lock>;
  /** Claims that were merged into others. */
  readonly merges: PersistentMap<string, Merge>;
  /** Claims that were parts of others. */
  readonly splits: PersistentMap<string, Split>;
  /** Marks, by what they are on. */
  readonly reviews: PersistentMap<string, Review>;
  readonly reports: PersistentMap<string, Report>;
  /** The small groups of this debate. */
  readonly groups: PersistentMap<string, Group>;
  /** Claims brought here from a group, or from here to the plenary. */
  readonly brought: PersistentMap<string, Brought>;
  /** Claims that were made of comments. */
  readonly origins: PersistentMap<string, Origin>;
  readonly latest: PersistentMap<string, Latest>;
  readonly meetings: PersistentMap<string, Meeting>;
  /** The moderation log, by entry. */
  readonly acts: PersistentMap<string, Act>;
  readonly polls: PersistentMap<string, Poll>;
  /** Chosen options by poll, then by participant. */
  readonly answers: PersistentMap<string, PersistentMap<string, number>>;
  readonly floor: Floor;
  readonly speeches: PersistentMap<string, Speech>;
  readonly light: Light | null;
  /** What is remembered of the texts that were changed, by their names (`texts.ts`). */
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
  numbering: { told: 0, at: 0, since: 0, own: PersistentMap(), erasedAt: 0 },
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
  weights: PersistentMap(),
  toldTotals: PersistentMap(),
  withheld: PersistentMap(),
  veiled: PersistentMap(),
  locks: PersistentMap(),
  merges: PersistentMap(),
  splits: PersistentMap(),
  reviews: PersistentMap(),
  reports: PersistentMap(),
  groups: PersistentMap(),
  brought: PersistentMap(),
  origins: PersistentMap(),
  latest: PersistentMap(),
  meetings: PersistentMap(),
  acts: PersistentMap(),
  polls: PersistentMap(),
  answers: PersistentMap(),
  floor: { hands: [], speaker: null },
  speeches: PersistentMap(),
  light: null,
  histories: PersistentMap(),
  childLinks: PersistentMap(),
  crossLinks: PersistentMap(),
  commentsOn: PersistentMap(),
};

/** The greatest weight a link may be given; the least is 0. */
export const HEAVIEST = 4;
/** An agenda nobody has made yet. */
export const NO_AGENDA: Agenda = { phases: [], at: null, revision: 0, timer: null };

export const NO_VOTES: Tally = { agree: 0, disagree: 0, pass: 0, earlier: 0 };
