import type { Effect } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import { phaseOf } from '../phases/phases.ts';
import { type Poll, type PollThreshold, STANCES } from './poll.ts';

/** True for a poll on the motion. */
export function isOnMotion({ kind }: Pick<Poll, 'kind'>): boolean {
  return kind !== 'quick';
}

/** The number of answers from which the totals of a secret poll are shown. */
export function thresholdOf({ threshold }: Pick<Poll, 'threshold'>): PollThreshold {
  return threshold ?? LIMITS.pollThreshold;
}

/** The number of people who may answer polls. */
export function countVoters({ participants }: Pick<DebateState, 'participants'>): number {
  return participants.count(isVoter);
}

/** People who may answer a poll and haven't. */
export function peopleToAsk({ participants, answers }: DebateState, pollId: string): string[] {
  const given = answers.get(pollId);
  return [...participants.values()]
    .filter((person) => isVoter(person) && !given?.has(person.id))
    .map(({ id }) => id);
}

type Person = NonNullable<ReturnType<DebateState['participants']['get']>>;

function isVoter({ role, membership }: Person): boolean {
  return role !== 'observer' && membership === 'member';
}

/**
 * True if closing this poll now would show nothing of it, though people have answered it or it couldn't be reopened. An open ballot shows
 * its totals anyway.
 */
export function shouldConfirmClosing(state: DebateState, poll: Poll): boolean {
  if (!poll.secret || poll.answered >= thresholdOf(poll)) return false;
  return poll.answered > 0 || isSettled(state, poll);
}

/** True if a poll on the motion is open. There is at most one. */
export function isMotionPolled({ polls }: DebateState): boolean {
  return polls.some((poll) => poll.open && isOnMotion(poll));
}

/** The effects of the end of a debate: its open polls close, and stay closed if it is opened again. */
export function endPolls({ polls }: Pick<DebateState, 'polls'>): Effect[] {
  return [...polls.values()].flatMap(({ id: pollId, open }) =>
    open ? { type: 'poll.statusChanged', pollId, open: false } : [],
  );
}

/** Polls in the order in which they were opened; those that wait count from when they were prepared. */
export function pollsInOrder({ polls }: Pick<DebateState, 'polls'>): Poll[] {
  return [...polls.values()].sort((a, b) => a.seq - b.seq);
}

/** Polls that were asked, in the order in which they were opened. */
export function askedPolls(state: Pick<DebateState, 'polls'>): Poll[] {
  return pollsInOrder(state).filter(({ prepared }) => !prepared);
}

/**
 * The opening poll that a new closing poll would be compared with: the last closed one. undefined: none, or it already has a closing poll.
 * An earlier one doesn't count then: its shift would replace that of the last.
 */
export function openingPoll(state: DebateState): Poll | undefined {
  const last = pollsInOrder(state).findLast(({ kind, open }) => kind === 'before' && !open);
  return last && !closingPoll(state, last.id) ? last : undefined;
}

/** The poll after the debate that belongs to one before it. */
export function closingPoll({ polls }: DebateState, openingId: string): Poll | undefined {
  return polls.find(({ since }) => since === openingId);
}

/** True for a poll before the debate whose results nobody sees before the one after the debate has closed too. */
function waitsForClosingPoll(state: DebateState, { kind, counts, id }: Poll): boolean {
  return kind === 'before' && counts === null && closingPoll(state, id)?.open !== false;
}

/** True if a poll has closed and there is more to see of it than that its results come later. */
export function hasResults(state: DebateState): boolean {
  return askedPolls(state).some((poll) => !poll.open && !waitsForClosingPoll(state, poll));
}

/** The change of stances between two polls on the motion. */
export interface Swing {
  readonly before: Poll;
  readonly after: Poll;
  /** The number of people who answered both. */
  readonly people: number;
  /** Of these: by stance before, then by stance after. */
  readonly flows: readonly (readonly number[])[];
  /** Of these: how often each stance was taken, before and after. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Which side gained more people between the polls, as Oxford debates are decided; by how many points of all who answered both. */
export interface SwingOutcome {
  /** `tie`: both gained as many; `none`: neither gained any. */
  readonly winner: 'for' | 'against' | 'tie' | 'none';
  readonly points: number;
}

/** The outcome of a swing. */
export function outcomeOf({ from, to, people }: Pick<Swing, 'from' | 'to' | 'people'>): SwingOutcome {
  const gainOf = (stance: (typeof STANCES)[number]) =>
    (to[STANCES.indexOf(stance)] ?? 0) - (from[STANCES.indexOf(stance)] ?? 0);
  const [pro, con] = [gainOf('for'), gainOf('against')];
  const most = Math.max(pro, con);
  if (most <= 0) return { winner: 'none', points: 0 };
  const winner = pro === con ? 'tie' : pro > con ? 'for' : 'against';
  return { winner, points: Math.round((most / people) * 100) };
}

/** The swing of the last pair of polls that the viewer may know; null: none yet. For a projection. */
export function swingOf(state: Pick<DebateState, 'polls'>): Swing | null {
  const after = pollsInOrder(state).findLast(({ flows }) => flows !== null);
  const before = state.polls.get(after?.since ?? '');
  if (!after?.flows || !before) return null;
  const { flows } = after;
  const from = flows.map(sum);
  const to = flows.map((_, stance) => sum(flows.map((row) => row[stance] ?? 0)));
  return { before, after, people: sum(from), flows, from, to };
}

/** The number of people who changed their stance. */
export function changedMinds({ flows }: Swing): number {
  return sum(flows.map((row, from) => sum(row.filter((_, to) => to !== from))));
}

/**
 * True if so much of a poll is known that it stays closed: the right number, or so much of a secret poll that the difference would disclose
 * people who answered only afterwards.
 * Decided on what moderators know.
 */
export function isSettled(state: DebateState, poll: Poll): boolean {
  if (poll.right !== undefined) return true;
  if (!poll.secret) return false;
  if (poll.kind === 'before') return closingPoll(state, poll.id) !== undefined;
  const before = state.polls.get(poll.since ?? '');
  return Math.max(poll.answered, before?.answered ?? 0) >= thresholdOf(poll);
}

/**
 * The reason why a closed poll is not reopened; null: it may be. While a phase hides how many people answered, a refusal for that number
 * would tell it, so no secret poll for which it decides is reopened.
 */
export function reopeningProblem(state: DebateState, poll: Poll): 'phase_closed' | 'poll_disclosed' | null {
  const isCounted = poll.secret && poll.kind !== 'before' && poll.right === undefined;
  if (isCounted && hidesAnswers(state)) return 'phase_closed';
  return isSettled(state, poll) ? 'poll_disclosed' : null;
}

/** True if a poll takes answers at this time; null: not known, so it is left to the server. */
export function takesAnswers(
  { open, closesAt }: Pick<Poll, 'open' | 'closesAt'>,
  now: number | null,
): boolean {
  return open && (now === null || closesAt === undefined || now < closesAt);
}

/** True if nothing about answers is shown, not even their number, until the running phase is over. */
export function hidesAnswers(state: Pick<DebateState, 'agenda'>): boolean {
  return phaseOf(state)?.hides.includes('tallies') ?? false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
