import type { PersistentIndex } from '../../collections/persistent-index.ts';
import { MapBuilder, PersistentMap } from '../../collections/persistent-map.ts';
import { finish, type Steps } from '../../collections/steps.ts';
import type { Promotion } from '../claims/promotion.ts';
import type { Comment, Origin } from '../comments/comment.ts';
import type { Conclusion, Signature } from '../conclusion/conclusion.ts';
import type { LastChange } from '../contributions/last-change.ts';
import type { Group } from '../groups/group.ts';
import { DEFAULT_SETTINGS, type DebateHead } from '../head/head.ts';
import type { Merge, Split } from '../lineage/lineage.ts';
import type { Lock } from '../locks/lock.ts';
import type { Claim } from '../map/claim.ts';
import type { Link } from '../map/link.ts';
import { bySibling, byTime } from '../map/placement.ts';
import type { Floor, Meeting, Speech, Spotlight } from '../meetings/meeting.ts';
import type { Report } from '../moderation/report.ts';
import type { Review } from '../moderation/review.ts';
import type { ModerationAction } from '../moderation-log/moderation-action.ts';
import { withinBound } from '../moderation-log/moderation-log.ts';
import type { Participant } from '../participants/participant.ts';
import type { Agenda } from '../phases/agenda.ts';
import type { Poll } from '../polls/poll.ts';
import { putAnswer } from '../polls/poll-answers.ts';
import type { PollChoice } from '../polls/poll-form.ts';
import type { Position } from '../positions/position.ts';
import type { Numbering } from '../projection/numbering.ts';
import type { Question } from '../questions/question.ts';
import type { Article, Citation, Source } from '../sources/source.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import type { Task } from '../tasks/task.ts';
import type { TextHistory } from '../texts/text-history.ts';
import type { Embargo, HiddenContent } from '../visibility/hidden.ts';
import { type StoredTeam, storedTeams, teamsByClaim } from '../votes/former-teams.ts';
import type { Answer, DisclosedTotal, Rating, Vote } from '../votes/vote.ts';
import { ENTRY_SHAPE } from './entries.ts';
import { type DebateState, EMPTY_STATE } from './state.ts';

/** A state as JSON, for storage and for the wire: plain records in a fixed order, without derived indexes. */
export interface DebateSnapshot {
  readonly shape: number;
  readonly seq: number;
  readonly at: number;
  /** Absent in what is sent to clients. */
  readonly numbering?: SnapshotNumbering;
  /** Absent in snapshots from before words could be erased. */
  readonly erasedAt?: number;
  readonly head: DebateHead | null;
  /** Absent in snapshots from before agendas. */
  readonly agenda?: Agenda | null;
  readonly positions: readonly Position[];
  readonly claims: readonly Claim[];
  readonly links: readonly Link[];
  readonly sources: readonly Source[];
  /** Absent in snapshots from before articles and suggested wordings. */
  readonly articles?: readonly Article[];
  readonly citations?: readonly Citation[];
  readonly suggestions?: readonly Suggestion[];
  readonly comments: readonly Comment[];
  readonly participants: readonly Participant[];
  /** claim, participant, answer, wording, the tasks that ran, and the position its author spoke for, if any */
  readonly votes: readonly StoredVote[];
  /** rated thing, participant, rating, its basis (`basisOf`); absent in snapshots from before links were weighed */
  readonly ratings?: readonly (readonly [string, string, number, string])[];
  /** claim or link, what was counted, the counts, the wording, those who answered otherwise since with their earlier answers */
  readonly disclosedTotals?: readonly SnapshotTotal[];
  /** claim, participant, the position of a withdrawn vote */
  readonly formerTeams?: readonly StoredTeam[];
  readonly hidden: readonly HiddenContent[];
  readonly embargoed?: readonly Embargo[];
  readonly locks: readonly Lock[];
  readonly merges: readonly Merge[];
  readonly splits: readonly Split[];
  readonly reviews: readonly Review[];
  readonly reports: readonly Report[];
  readonly groups: readonly Group[];
  readonly promotions: readonly Promotion[];
  /** Absent in snapshots from before claims were made from comments. */
  readonly origins?: readonly Origin[];
  readonly lastChanges?: readonly LastChange[];
  readonly meetings: readonly Meeting[];
  readonly moderationLog: readonly ModerationAction[];
  /** Absent in snapshots from before polls and the floor. */
  readonly polls?: readonly Poll[];
  /** poll, participant, answer */
  readonly answers?: readonly PollAnswer[];
  /** Absent in snapshots from before questions from the floor. */
  readonly questions?: readonly Question[];
  /** Absent in snapshots from before tasks. */
  readonly tasks?: readonly Task[];
  /** Without an order and invitations in snapshots from before these. */
  readonly floor?: Pick<Floor, 'hands' | 'speaker'> & Partial<Floor>;
  /** Absent in snapshots from before conclusions. */
  readonly conclusion?: Conclusion | null;
  readonly signatures?: readonly Signature[];
  readonly speeches?: readonly Speech[];
  readonly spotlight?: Spotlight | null;
  readonly histories: readonly (readonly [text: string, history: TextHistory])[];
}

type StoredVote = readonly [
  claimId: string,
  participantId: string,
  answer: Answer,
  wording: number,
  tasks?: readonly string[],
  team?: string,
];

type SnapshotTotal = readonly [
  id: string,
  of: readonly string[],
  counts: readonly number[],
  wording: number,
  since: readonly (readonly [string, string | null])[],
];

type SnapshotNumbering = Omit<Numbering, 'own' | 'runs'> & {
  /** participant, base number, count, time */
  readonly own: readonly (readonly [string, number, number, number])[];
  /** number for viewers, number in the log; missing in older snapshots */
  readonly runs?: readonly (readonly [number, number])[];
};

export type PollAnswer = readonly [pollId: string, participantId: string, choice: PollChoice];

/** Equal states give equal snapshots, however they were reached: states are compared by these. */
export function toSnapshot(state: DebateState): DebateSnapshot {
  return finish(snapshotSteps(state));
}

/** The snapshot of a state, in small steps for a server that has other requests to answer meanwhile. */
export function* snapshotSteps(state: DebateState): Steps<DebateSnapshot> {
  return {
    shape: ENTRY_SHAPE,
    seq: state.seq,
    at: state.at,
    ...(state.numbering && { numbering: numbersOf(state.numbering) }),
    erasedAt: state.erasedAt,
    head: state.head,
    agenda: state.agenda,
    positions: yield* idOrder(state.positions),
    claims: yield* idOrder(state.claims),
    links: yield* idOrder(state.links),
    sources: yield* idOrder(state.sources),
    articles: yield* idOrder(state.articles),
    citations: yield* idOrder(state.citations),
    suggestions: yield* idOrder(state.suggestions),
    comments: yield* commentSteps(state),
    participants: yield* idOrder(state.participants),
    votes: yield* voteSteps(state.votes),
    ratings: yield* ratingSteps(state.ratings),
    ...(state.numbering && {
      disclosedTotals: totalsOf(state.disclosedTotals),
      formerTeams: storedTeams(state.formerTeams),
    }),
    hidden: yield* idOrder(state.hidden),
    embargoed: yield* idOrder(state.embargoed),
    locks: yield* idOrder(state.locks),
    merges: yield* idOrder(state.merges),
    splits: yield* idOrder(state.splits),
    reviews: yield* idOrder(state.reviews),
    reports: yield* idOrder(state.reports),
    groups: yield* idOrder(state.groups),
    promotions: yield* idOrder(state.promotions),
    origins: yield* idOrder(state.origins),
    lastChanges: yield* idOrder(state.lastChanges),
    meetings: yield* idOrder(state.meetings),
    moderationLog: yield* idOrder(state.moderationLog),
    polls: yield* idOrder(state.polls),
    answers: answersOf(state.answers),
    questions: yield* idOrder(state.questions),
    tasks: yield* idOrder(state.tasks),
    conclusion: state.conclusion,
    signatures: yield* idOrder(state.signatures),
    floor: state.floor,
    speeches: yield* idOrder(state.speeches),
    spotlight: state.spotlight,
    histories: [...state.histories].sort(([a], [b]) => compare(a, b)),
  };
}

export function fromSnapshot(snapshot: DebateSnapshot): DebateState {
  return finish(stateSteps(snapshot));
}

/** The state of a snapshot, in small steps for a browser that has other work meanwhile. */
export function* stateSteps(snapshot: DebateSnapshot): Steps<DebateState> {
  const { seq, at, erasedAt = 0, head, agenda = null, links, comments } = snapshot;
  return {
    seq,
    at,
    numbering: snapshot.numbering ? numberingOf(snapshot.numbering) : null,
    erasedAt,
    // Stored before the setting existed: it has the default.
    head: head && { ...head, settings: { ...DEFAULT_SETTINGS, ...head.settings } },
    agenda,
    positions: yield* byId(snapshot.positions),
    claims: yield* byId(snapshot.claims),
    links: yield* byId(links),
    sources: yield* byId(snapshot.sources),
    articles: yield* byId(snapshot.articles ?? []),
    citations: yield* byId(snapshot.citations ?? []),
    suggestions: yield* byId(snapshot.suggestions ?? []),
    comments: yield* byId(comments),
    participants: yield* byId(snapshot.participants),
    votes: yield* votesByClaim(snapshot.votes),
    ratings: yield* ratingsById(snapshot.ratings ?? []),
    disclosedTotals: totalsById(snapshot.disclosedTotals ?? []),
    formerTeams: teamsByClaim(snapshot.formerTeams ?? []),
    hidden: yield* byId(snapshot.hidden),
    embargoed: yield* byId(snapshot.embargoed ?? []),
    locks: yield* byId(snapshot.locks),
    merges: yield* byId(snapshot.merges),
    splits: yield* byId(snapshot.splits),
    reviews: yield* byId(snapshot.reviews),
    reports: yield* byId(snapshot.reports),
    groups: yield* byId(snapshot.groups),
    promotions: yield* byId(snapshot.promotions),
    origins: yield* byId(snapshot.origins ?? []),
    lastChanges: yield* byId(snapshot.lastChanges ?? []),
    meetings: yield* byId(snapshot.meetings),
    moderationLog: withinBound(yield* byId(snapshot.moderationLog)),
    polls: yield* byId(snapshot.polls ?? []),
    answers: (snapshot.answers ?? []).reduce(putAnswer, EMPTY_STATE.answers),
    questions: yield* byId(snapshot.questions ?? []),
    tasks: yield* byId(snapshot.tasks ?? []),
    floor: { ...EMPTY_STATE.floor, ...snapshot.floor },
    conclusion: snapshot.conclusion ?? null,
    signatures: yield* byId(snapshot.signatures ?? []),
    speeches: yield* byId(snapshot.speeches ?? []),
    spotlight: snapshot.spotlight ?? null,
    histories: PersistentMap(snapshot.histories),
    childLinks: yield* listsBy(
      links.filter(({ parent }) => parent),
      ({ target }) => [target.id],
      bySibling,
    ),
    crossLinks: yield* listsBy(
      links.filter(({ parent }) => !parent),
      ({ target, from }) => (from === target.id ? [from] : [target.id, from]),
      byTime,
    ),
    commentsOn: yield* listsBy(
      comments,
      ({ on }) => [on.id],
      () => 0,
    ),
  };
}

function numbersOf({ own, runs, ...numbering }: Numbering): SnapshotNumbering {
  const persons = [...own].sort(([a], [b]) => compare(a, b));
  return {
    ...numbering,
    own: persons.map(([id, { base, count, at }]) => [id, base, count, at] as const),
    runs: runs.map(({ publicSeq, seq }) => [publicSeq, seq] as const),
  };
}

function numberingOf({ own, runs = [], ...numbering }: SnapshotNumbering): Numbering {
  return {
    ...numbering,
    own: PersistentMap(own.map(([id, base, count, at]) => [id, { base, count, at }])),
    runs: runs.map(([publicSeq, seq]) => ({ publicSeq, seq })),
  };
}

function* byId<T extends { id: string }>(records: readonly T[]): Steps<PersistentMap<string, T>> {
  const map = new MapBuilder<string, T>();
  for (const record of records) {
    map.set(record.id, record);
    yield;
  }
  return map.map();
}

/** Ids of records by key, in order. */
function* listsBy<T extends { id: string }>(
  records: readonly T[],
  keysOf: (record: T) => readonly string[],
  order: (a: T, b: T) => number,
): Steps<PersistentIndex> {
  const lists = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const list = lists.get(key);
      if (list) list.push(record);
      else lists.set(key, [record]);
    }
    yield;
  }
  const index = new MapBuilder<string, readonly string[]>();
  for (const [key, list] of lists) {
    index.set(
      key,
      list.sort(order).map(({ id }) => id),
    );
    yield;
  }
  return index.map();
}

function* votesByClaim(votes: DebateSnapshot['votes']): Steps<DebateState['votes']> {
  const byClaim = new MapBuilder<string, PersistentMap<string, Vote>>();
  for (const stored of votes) {
    const [claimId, participantId] = stored;
    const ofClaim = byClaim.get(claimId) ?? PersistentMap<string, Vote>();
    byClaim.set(claimId, ofClaim.set(participantId, readVote(stored)));
    yield;
  }
  return byClaim.map();
}

/** A vote as stored in a snapshot. */
function storeVote(
  claimId: string,
  participantId: string,
  { answer, wording, tasks, team }: Vote,
): StoredVote {
  const cast = [claimId, participantId, answer, wording] as const;
  if (team !== undefined) return [...cast, tasks ?? [], team];
  return tasks ? [...cast, tasks] : cast;
}

/** A vote from a snapshot. */
export function readVote([, , answer, wording, tasks = [], team]: StoredVote): Vote {
  return { answer, wording, ...(tasks.length > 0 && { tasks }), ...(team !== undefined && { team }) };
}

function* ratingsById(stored: NonNullable<DebateSnapshot['ratings']>): Steps<DebateState['ratings']> {
  const byId = new MapBuilder<string, PersistentMap<string, Rating>>();
  for (const [id, participantId, value, of] of stored) {
    const onIt = byId.get(id) ?? PersistentMap<string, Rating>();
    byId.set(id, onIt.set(participantId, { value, of }));
    yield;
  }
  return byId.map();
}

/** Ratings as stored in a snapshot. */
export function ratingsOf(ratings: DebateState['ratings']): NonNullable<DebateSnapshot['ratings']> {
  return finish(ratingSteps(ratings));
}

function* ratingSteps(ratings: DebateState['ratings']): Steps<NonNullable<DebateSnapshot['ratings']>> {
  const all: NonNullable<DebateSnapshot['ratings']>[number][] = [];
  for (const id of [...ratings.keys()].sort()) {
    const onIt = [...(ratings.get(id) ?? [])].sort(([a], [b]) => compare(a, b));
    for (const [participantId, { value, of }] of onIt) all.push([id, participantId, value, of]);
    yield;
  }
  return all;
}

/** Votes as stored in a snapshot. */
export function votesOf(votes: DebateState['votes']): DebateSnapshot['votes'] {
  return finish(voteSteps(votes));
}

function* voteSteps(votes: DebateState['votes']): Steps<DebateSnapshot['votes']> {
  const all: DebateSnapshot['votes'][number][] = [];
  for (const claimId of [...votes.keys()].sort()) {
    const ofClaim = [...(votes.get(claimId) ?? [])].sort(([a], [b]) => compare(a, b));
    for (const [participantId, vote] of ofClaim) all.push(storeVote(claimId, participantId, vote));
    yield;
  }
  return all;
}

function totalsOf(totals: DebateState['disclosedTotals']): readonly SnapshotTotal[] {
  return [...totals.keys()]
    .sort()
    .flatMap((id) =>
      (totals.get(id) ?? []).map(
        ({ of, counts, wording, since }): SnapshotTotal => [
          id,
          of,
          counts,
          wording,
          [...since].sort(([a], [b]) => compare(a, b)),
        ],
      ),
    );
}

function totalsById(totals: readonly SnapshotTotal[]): DebateState['disclosedTotals'] {
  const disclosed = new MapBuilder<string, readonly DisclosedTotal[]>();
  for (const [id, of, counts, wording, since] of totals)
    disclosed.set(id, [...(disclosed.get(id) ?? []), { of, counts, wording, since: PersistentMap(since) }]);
  return disclosed.map();
}

/** Answers to polls as stored in a snapshot. */
export function answersOf(answers: DebateState['answers']): PollAnswer[] {
  return [...answers.keys()].sort().flatMap((pollId) => {
    const ofPoll = [...(answers.get(pollId) ?? [])].sort(([a], [b]) => compare(a, b));
    return ofPoll.map(([participantId, choice]) => [pollId, participantId, choice] as const);
  });
}

function* idOrder<T extends { id: string }>(records: PersistentMap<string, T>): Steps<T[]> {
  const all = [...records.values()];
  yield;
  all.sort((a, b) => compare(a.id, b.id));
  yield;
  return all;
}

/** In the order of the log for each target: times are not enough, many comments may have been made in one millisecond. */
function* commentSteps(state: DebateState): Steps<Comment[]> {
  const all: Comment[] = [];
  for (const targetId of [...state.commentsOn.keys()].sort()) {
    for (const id of state.commentsOn.get(targetId) ?? []) {
      const comment = state.comments.get(id);
      if (comment) all.push(comment);
    }
    yield;
  }
  return all;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
