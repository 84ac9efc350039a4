import { halfBy } from '../analysis/half-by.ts';
import { SYSTEM } from '../debate/engine/entries.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/head/names.ts';
import { sourcesOf } from '../debate/lineage/merged-contents.ts';
import type { Claim } from '../debate/map/claim.ts';
import { type Bearing, bearingOf } from '../debate/map/link.ts';
import { resolveMerge } from '../debate/map/merged.ts';
import { remainingPositions } from '../debate/map/positions-in-order.ts';
import { targetText } from '../debate/map/target-text.ts';
import { mapPlaceOf, parentLinkOf } from '../debate/map/tree.ts';
import type { Meeting } from '../debate/meetings/meeting.ts';
import { type Spoken, timeSpoken } from '../debate/meetings/time-spoken.ts';
import type { Phase } from '../debate/phases/agenda.ts';
import { phaseIn } from '../debate/phases/phases.ts';
import type { Poll } from '../debate/polls/poll.ts';
import { askedPolls, type Swing, swingOf } from '../debate/polls/polls.ts';
import type { Question } from '../debate/questions/question.ts';
import { questionsInOrder } from '../debate/questions/questions.ts';
import type { Passage, Source } from '../debate/sources/source.ts';
import { tasksInOrder } from '../debate/tasks/running-tasks.ts';
import type { Task } from '../debate/tasks/task.ts';
import { hiddenIdsFor } from '../debate/visibility/hidden-content.ts';
import { NOBODY } from '../debate/visibility/viewer.ts';
import { areTalliesRestricted } from '../debate/votes/ballots.ts';
import type { MeetingNotes } from './meeting-notes.ts';
import { type RecordedConclusion, recordConclusion } from './recorded-conclusion.ts';

/** Contributions of one person, or one position. */
export interface Share {
  readonly id: string;
  readonly claims: number;
  readonly comments: number;
  /** Milliseconds on the floor. */
  readonly spoken: number;
}

/** Contributions for a position. */
export interface PositionShare extends Omit<Share, 'comments'> {
  /** `null` in an anonymous debate: its authors are not shown. */
  readonly comments: number | null;
}

/** A phase that was running, and for how long. */
export interface PhaseRun {
  /** `null`: it has been removed from the agenda since, and was not named in the meeting. */
  readonly phase: Phase | null;
  readonly from: number;
  /** `null`: it is still running. */
  readonly to: number | null;
}

/** A source that claims of a meeting cite, with the passages they quote from it. */
export interface QuotedSource {
  readonly source: Source;
  /** At most `SHOWN_PASSAGES`, those with the same words once. */
  readonly passages: readonly Passage[];
  /** How many others there are. */
  readonly morePassages: number;
  readonly claims: number;
}

/** Quoted passages of a source in a record: thousands would be a copy of it. */
export const SHOWN_PASSAGES = 50;

/** Added claims in a record: a meeting may import thousands. */
export const SHOWN_CLAIMS = 200;

/** A claim that a meeting added, and what it replies to. */
export interface AddedClaim {
  readonly claim: Claim;
  /** Its parent: the text of a claim or a position's name, of the claim with the step for an undercut. `null`: not shown. */
  readonly repliesTo: { readonly bearing: Bearing; readonly text: string } | null;
}

/** The result of a meeting, as its reader may know it. */
export interface MeetingRecord {
  readonly meeting: Meeting;
  readonly added: {
    readonly claims: number;
    /** Those promoted from small groups. */
    readonly promoted: number;
    readonly comments: number;
    readonly links: number;
    /** `null`: not shown, because votes are hidden or the ballot is secret or for research. */
    readonly votes: number | null;
  };
  /** The conclusion, if it was open or changed in the meeting; `null`: there is none to show. */
  readonly conclusion: RecordedConclusion | null;
  /** Phases of the agenda in the order in which they were running. */
  readonly phases: readonly PhaseRun[];
  /** Polls that were opened or closed, oldest first, as shown now. */
  readonly polls: readonly Poll[];
  /** Questions from the floor that were asked or answered, in the order of the list. */
  readonly questions: readonly Question[];
  /** Tasks of the phases that were running, in the order in which they were set. */
  readonly tasks: readonly Task[];
  /** Sources cited in it, those cited by most claims first. */
  readonly quoted: readonly QuotedSource[];
  /**
   * The added claims that stand by themselves, in order of creation, at most the first `SHOWN_CLAIMS`: a merged one counts above, for its
   * author, and is not listed.
   */
  readonly claims: readonly AddedClaim[];
  /** How many others there are. */
  readonly moreClaims: number;
  /** People who contributed or spoke, most contributions first; `null` in an anonymous debate. */
  readonly people: readonly Share[] | null;
  /** Number of people who made half of all contributions; `null` in an anonymous debate, or without contributions. */
  readonly half: number | null;
  /** How many joined during the meeting; `null` in an anonymous debate. */
  readonly came: number | null;
  /** Contributions for each position: claims below it, and those of the people who speak for it. */
  readonly positions: readonly PositionShare[];
  /** How stances moved, if a poll after the debate was opened in the meeting and its result is shown. */
  readonly swing: Swing | null;
}

/**
 * The record of a meeting, from its notes and from `seen`, what its reader may see of the debate now. Anything not in that, or not shown to
 * everyone, is not in the record and doesn't count in it: moderators hand their record out.
 */
export function meetingRecord(meeting: Meeting, notes: MeetingNotes, seen: DebateState): MeetingRecord {
  const view = shownToAll(seen);
  const named = !isAnonymous(view);
  const claims = found(view.claims, notes.claims).filter(({ retracted }) => !retracted);
  const comments = found(view.comments, notes.comments).filter(({ withdrawn }) => !withdrawn);
  const standing = claims.filter(({ id }) => !view.merges.has(id));
  const stretch = [meeting.startedAt, meeting.endedAt ?? view.at] as const;
  const people = named
    ? sharesOf(
        [
          ...claims.map(({ author }) => ({ of: author, kind: 'claims' as const })),
          ...comments.map(({ author }) => ({ of: author, kind: 'comments' as const })),
        ],
        timeSpoken(view, 'participantId', stretch),
      )
    : null;
  const teamOf = (author: string) => view.participants.get(author)?.team ?? NOBODY;
  const forPositions = sharesOf(
    [
      ...claims.map(({ positionId }) => ({ of: positionId ?? NOBODY, kind: 'claims' as const })),
      // In an anonymous debate readers know the authors of their own comments only.
      ...(named ? comments.map(({ author }) => ({ of: teamOf(author), kind: 'comments' as const })) : []),
    ],
    timeSpoken(view, 'positionId', stretch),
  );
  // A person who came back joined earlier: that they were removed is not for others.
  const isNew = ({ joinedAt }: { readonly joinedAt: number }) => joinedAt >= meeting.startedAt;
  return {
    meeting,
    added: {
      claims: claims.length,
      promoted: claims.filter(({ id }) => notes.promoted.has(id)).length,
      comments: comments.length,
      links: found(view.links, notes.links).filter(({ retracted }) => !retracted).length,
      votes: visibleVotes(notes, view),
    },
    conclusion: notes.hasConclusion ? recordConclusion(meeting, view) : null,
    phases: phaseRuns(meeting, notes, view),
    polls: askedPolls(view).filter(({ id }) => notes.polls.has(id)),
    questions: questionsInOrder(view).filter(({ id }) => notes.questions.has(id)),
    tasks: tasksInOrder(view).filter(({ due }) =>
      notes.turns.some(({ to }) => 'phaseId' in due && due.phaseId === to),
    ),
    quoted: quotedSources(standing, notes, view),
    claims: standing
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN_CLAIMS)
      .map((claim) => ({ claim, repliesTo: repliesTo(view, claim.id) })),
    moreClaims: Math.max(0, standing.length - SHOWN_CLAIMS),
    people,
    half: people && halfBy(people.map(totalOf)),
    came: named ? found(view.participants, notes.joined).filter(isNew).length : null,
    positions: remainingPositions(view).map(({ id }) => {
      const share = forPositions.find((one) => one.id === id) ?? { id, claims: 0, comments: 0, spoken: 0 };
      return named ? share : { ...share, comments: null };
    }),
    swing: swingIn(meeting, view),
  };
}

/** A state without anything hidden, pending or not revealed, for every viewer. */
function shownToAll(state: DebateState): DebateState {
  const hidden = hiddenIdsFor(state, { seesAll: false, participantId: null });
  if (hidden.size === 0) return state;
  const isShown = (_: unknown, id: string) => !hidden.has(id);
  return {
    ...state,
    claims: state.claims.filter(isShown),
    comments: state.comments.filter(isShown),
    questions: state.questions.filter(isShown),
    links: state.links.filter(isShown),
  };
}

/** The parent of a claim; a reply to a merged claim replies to the one it was merged into. */
function repliesTo(view: DebateState, claimId: string): AddedClaim['repliesTo'] {
  const link = parentLinkOf(view, claimId);
  const place = link && mapPlaceOf(view, link.target);
  const text = place ? targetText(view, place) : '';
  return link && text !== '' ? { bearing: bearingOf(link), text } : null;
}

interface Records<T> {
  get(id: string): T | undefined;
}

function found<T>(records: Records<T>, ids: ReadonlySet<string>): T[] {
  return [...ids].flatMap((id) => records.get(id) ?? []);
}

/** A contribution and its author; empty: nobody. */
interface Contribution {
  readonly of: string;
  readonly kind: 'claims' | 'comments';
}

/** Contributions and speaking times by author, most contributions first; those without an author are left out. */
function sharesOf(contributions: readonly Contribution[], spoken: ReadonlyMap<string, Spoken>): Share[] {
  const shares = new Map<string, Share>();
  const shareOf = (id: string) => shares.get(id) ?? { id, claims: 0, comments: 0, spoken: 0 };
  for (const { of, kind } of contributions) {
    const share = shareOf(of);
    shares.set(of, { ...share, [kind]: share[kind] + 1 });
  }
  for (const [id, { milliseconds }] of spoken) shares.set(id, { ...shareOf(id), spoken: milliseconds });
  return [...shares.values()]
    .filter(({ id }) => id !== NOBODY && id !== SYSTEM)
    .sort((a, b) => totalOf(b) - totalOf(a) || b.spoken - a.spoken || (a.id < b.id ? -1 : 1));
}

/** The swing of the polls that ended in the meeting. */
function swingIn({ from, to }: Meeting, view: DebateState): Swing | null {
  const polls = view.polls.filter(
    ({ kind, seq }) => kind !== 'after' || (seq > from && seq <= (to ?? view.seq)),
  );
  return swingOf({ polls });
}

function totalOf({ claims, comments }: Share): number {
  return claims + comments;
}

function phaseRuns(
  { endedAt }: Meeting,
  { turns, phases }: MeetingNotes,
  { agenda }: DebateState,
): PhaseRun[] {
  return turns.flatMap(({ to: id, at }, nth) => {
    if (id === null) return [];
    const phase = (agenda && phaseIn(agenda, id)) ?? phases.get(id) ?? null;
    return [{ phase, from: at, to: turns[nth + 1]?.at ?? endedAt }];
  });
}

/** A source with the passages found so far. */
interface Quotations {
  readonly source: Source;
  readonly passages: Passage[];
  /** The words of all its passages. */
  readonly words: Set<string>;
  claims: number;
}

/** Sources of the claims that were added, and those cited in the meeting by others. */
function quotedSources(added: readonly Claim[], { cited }: MeetingNotes, view: DebateState): QuotedSource[] {
  const pairs = new Set(added.flatMap((claim) => sourcesOf(view, claim).map((id) => `${claim.id} ${id}`)));
  for (const [pair, at] of cited) {
    const [claimId = '', sourceId = ''] = pair.split(' ');
    const claim = view.claims.get(claimId);
    // A claim has the time of its reveal: what it cited before belongs to the meeting that revealed it.
    if (claim && at >= claim.at && !claim.retracted && claim.sources.includes(sourceId)) pairs.add(pair);
  }
  const quoted = new Map<string, Quotations>();
  for (const pair of pairs) {
    const [claimId = '', sourceId = ''] = pair.split(' ');
    const source = view.sources.get(sourceId);
    if (!source) continue;
    const of = quoted.get(sourceId) ?? { source, passages: [], words: new Set(), claims: 0 };
    quoted.set(sourceId, of);
    of.claims += 1;
    for (const passage of view.citations.get(claimId)?.passages ?? []) {
      if (passage.sourceId !== sourceId || of.words.has(passage.exact)) continue;
      of.words.add(passage.exact);
      if (of.passages.length < SHOWN_PASSAGES) of.passages.push(passage);
    }
  }
  return [...quoted.values()]
    .map(({ words, ...of }) => ({ ...of, morePassages: words.size - of.passages.length }))
    .sort((a, b) => b.claims - a.claims || (a.source.title < b.source.title ? -1 : 1));
}

/**
 * The number of votes cast during the meeting that the reader may see; null if some are hidden and none are visible, because 0
 * would be untrue. A secret ballot has none: what is added to the number after a reopening would tell single votes.
 */
function visibleVotes(notes: MeetingNotes, view: DebateState): number | null {
  if (areTalliesRestricted(view)) return null;
  const count = countVotes(notes, view);
  return count === 0 && notes.hasHiddenVotes ? null : count;
}

function countVotes({ votes }: MeetingNotes, view: DebateState): number {
  const voters = new Map<string, Set<string>>();
  for (const [claimId, ofClaim] of votes) {
    const now = resolveMerge(view, claimId);
    const known = voters.get(now) ?? new Set();
    for (const voter of ofClaim) known.add(voter);
    voters.set(now, known);
  }
  return [...voters].reduce((sum, [claimId, { size }]) => {
    const { agree = 0, disagree = 0, pass = 0 } = view.claims.get(claimId)?.tally ?? {};
    return sum + Math.min(size, agree + disagree + pass);
  }, 0);
}
