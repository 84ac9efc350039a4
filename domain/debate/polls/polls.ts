import { phaseOf } from '../agenda/phases.ts';
import type { LogEntry, ProjectedEffect } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import type { Poll, PollThreshold } from './poll.ts';

/** Does a poll ask about the motion? */
export function isOnMotion({ kind }: Pick<Poll, 'kind'>): boolean {
  return kind !== 'quick';
}

/** From how many answers on the totals of a secret poll are shown. */
export function thresholdOf({ threshold }: Pick<Poll, 'threshold'>): PollThreshold {
  return threshold ?? LIMITS.toldAnswers;
}

/** How many people may answer polls. */
export function countVoters({ participants }: Pick<DebateState, 'participants'>): number {
  return participants.count(({ role }) => role !== 'observer');
}

/** Would closing this poll now show nothing, though people have answered it? Of an open ballot totals show anyway. */
export function isBelowThreshold(poll: Poll): boolean {
  return poll.secret && poll.answered > 0 && poll.answered < thresholdOf(poll);
}

/** Is a poll on the motion open? There is one at most. */
export function isMotionPolled({ polls }: DebateState): boolean {
  return polls.some((poll) => poll.open && isOnMotion(poll));
}

/** Polls in the order in which they were opened. */
export function pollsInOrder({ polls }: Pick<DebateState, 'polls'>): Poll[] {
  return [...polls.values()].sort((a, b) => a.seq - b.seq);
}

/** The last closed poll on the motion before it was debated to which there is none after it; undefined: there is none. */
export function openingPoll(state: DebateState): Poll | undefined {
  return pollsInOrder(state).findLast(
    ({ kind, open, id }) => kind === 'before' && !open && !closingPoll(state, id),
  );
}

/** The poll after the debate that belongs to one before it. */
export function closingPoll({ polls }: DebateState, openingId: string): Poll | undefined {
  return polls.find(({ since }) => since === openingId);
}

/** How the stances moved between two polls on the motion. */
export interface Swing {
  readonly before: Poll;
  readonly after: Poll;
  /** How many answered both. */
  readonly people: number;
  /** Of these: by stance before, then by stance after. */
  readonly flows: readonly (readonly number[])[];
  /** Of these: how often each stance was taken, before and after. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The swing of the last pair of polls of which one may know it; null: there is none yet. Of a projection. */
export function swingOf(state: Pick<DebateState, 'polls'>): Swing | null {
  const after = pollsInOrder(state).findLast(({ flows }) => flows !== null);
  const before = state.polls.get(after?.since ?? '');
  if (!after?.flows || !before) return null;
  const { flows } = after;
  const from = flows.map(sum);
  const to = flows.map((_, stance) => sum(flows.map((row) => row[stance] ?? 0)));
  return { before, after, people: sum(from), flows, from, to };
}

/** How many answered otherwise the second time. */
export function changedMinds({ flows }: Swing): number {
  return sum(flows.map((row, from) => sum(row.filter((_, to) => to !== from))));
}

/**
 * Is so much known of a secret poll that it stays closed? Who answered only then could be told by what had changed. Decided
 * on what those who run the debate know.
 */
export function isSettled(state: DebateState, poll: Poll): boolean {
  if (!poll.secret) return false;
  if (poll.kind === 'before') return closingPoll(state, poll.id) !== undefined;
  const before = state.polls.get(poll.since ?? '');
  return Math.max(poll.answered, before?.answered ?? 0) >= thresholdOf(poll);
}

/** Is nothing told of what is answered, not even how much, until the phase that is on is over? */
export function hidesAnswers(state: Pick<DebateState, 'agenda'>): boolean {
  return phaseOf(state)?.hides.includes('tallies') ?? false;
}

/**
 * Polls as anybody may know them, those who run the debate too. An open ballot is told as it goes. Of a secret one nothing is
 * told while it is open, nor of one before the debate until the one after it is closed too; then totals from its threshold
 * on, and no two whose difference is the answers of fewer.
 */
export function projectPolls(state: DebateState): DebateState['polls'] {
  return state.polls.map((poll) => pollTold(state, poll));
}

function pollTold(state: DebateState, poll: Poll): Poll {
  if (hidesAnswers(state)) return { ...poll, answered: 0, counts: null, flows: null };
  const told = { ...poll, counts: poll.secret ? null : poll.counts, flows: flowsTold(state, poll) };
  if (!poll.secret || poll.open || poll.answered < thresholdOf(poll)) return told;
  if (poll.kind === 'quick') return { ...told, counts: poll.counts };
  const after = poll.kind === 'after' ? poll : closingPoll(state, poll.id);
  if (!after || after.open) return told;
  const flows = flowsTold(state, after);
  const others = flows ? poll.answered - sum(flows.flat()) : 0;
  return others === 0 || others >= thresholdOf(poll) ? { ...told, counts: poll.counts } : told;
}

/** Of a poll after the debate, once both are closed. */
function flowsTold(state: DebateState, after: Poll): Poll['flows'] {
  const before = state.polls.get(after.since ?? '');
  if (!before || before.open || after.open) return null;
  const [was, is] = [before, after].map(({ id }) => state.answers.get(id));
  const flows = before.options.map(() => after.options.map(() => 0));
  for (const [participantId, from] of was ?? []) {
    const to = is?.get(participantId);
    const row = flows[from];
    if (to !== undefined && row) row[to] = (row[to] ?? 0) + 1;
  }
  const people = sum(flows.flat());
  return people > 0 && (!after.secret || people >= thresholdOf(after)) ? flows : null;
}

/** Does an effect tell of a poll? It reaches people as what they may know of it then. */
export function isAboutPolls({ effect }: LogEntry): boolean {
  return effect.type === 'poll.opened' || effect.type === 'poll.turned' || effect.type === 'poll.answered';
}

/** What everybody is told of polls, of entries that led to `state`; null: nothing. */
export function projectPollsOf(
  entries: readonly LogEntry[],
  state: DebateState,
): Extract<ProjectedEffect, { type: 'poll.projected' }> | null {
  const touched = new Set(
    entries.flatMap(({ effect }) => {
      if (effect.type === 'poll.opened' || effect.type === 'poll.answered') return effect.pollId;
      // What phases hide of polls may be another.
      if (effect.type === 'agenda.set' || effect.type === 'agenda.turned') return [...state.polls.keys()];
      if (effect.type !== 'poll.turned') return [];
      return [effect.pollId, state.polls.get(effect.pollId)?.since ?? effect.pollId];
    }),
  );
  const polls = [...touched].flatMap((id) => {
    const poll = state.polls.get(id);
    return poll ? pollTold(state, poll) : [];
  });
  return polls.length > 0 ? { type: 'poll.projected', polls } : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
