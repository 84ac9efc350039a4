import type { LogEntry, ProjectedEffect } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import { phaseOf } from '../phases/phases.ts';
import { gatherAnswers } from './gathered.ts';
import type { Poll, PollThreshold } from './poll.ts';

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
  return participants.count(({ role }) => role !== 'observer');
}

/** People who may answer a poll and haven't. */
export function peopleToAsk({ participants, answers }: DebateState, pollId: string): string[] {
  const given = answers.get(pollId);
  return [...participants.values()]
    .filter(({ id, role, membership, erased }) => {
      return role !== 'observer' && membership === 'member' && !erased && !given?.has(id);
    })
    .map(({ id }) => id);
}

/** True if closing this poll now would show nothing, though people have answered it. An open ballot shows its totals anyway. */
export function isBelowThreshold(poll: Poll): boolean {
  return poll.secret && poll.answered > 0 && poll.answered < thresholdOf(poll);
}

/** True if a poll on the motion is open. There is at most one. */
export function isMotionPolled({ polls }: DebateState): boolean {
  return polls.some((poll) => poll.open && isOnMotion(poll));
}

/** Polls in the order in which they were opened; those that wait count from when they were prepared. */
export function pollsInOrder({ polls }: Pick<DebateState, 'polls'>): Poll[] {
  return [...polls.values()].sort((a, b) => a.seq - b.seq);
}

/** Polls that were asked, in the order in which they were opened. */
export function askedPolls(state: Pick<DebateState, 'polls'>): Poll[] {
  return pollsInOrder(state).filter(({ prepared }) => !prepared);
}

/** The last closed poll on the motion before the debate that has no poll after it; undefined: none. */
export function openingPoll(state: DebateState): Poll | undefined {
  return pollsInOrder(state).findLast(
    ({ kind, open, id }) => kind === 'before' && !open && !closingPoll(state, id),
  );
}

/** The poll after the debate that belongs to one before it. */
export function closingPoll({ polls }: DebateState, openingId: string): Poll | undefined {
  return polls.find(({ since }) => since === openingId);
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

/**
 * Polls as everyone may know them, including moderators, who alone know of prepared ones. An open ballot is shown as it goes. Nothing is shown of a secret one while it is
 * open, nor of one before the debate until the one after it is closed too; then totals from its threshold on, and no two whose difference
 * is the answers of fewer people. Of a total that is shown, no order, part of a histogram or text is shown that fewer people gave.
 */
export function projectPolls(
  state: DebateState,
  { seesAll }: { readonly seesAll: boolean },
): DebateState['polls'] {
  const known = seesAll ? state.polls : state.polls.filter(({ prepared }) => !prepared);
  return known.map((poll) => projectPoll(state, poll, seesAll));
}

function projectPoll(state: DebateState, poll: Poll, seesAll: boolean): Poll {
  const { hiddenAnswers, ...projected } = projectCounts(state, poll);
  if (projected.counts === null) return projected;
  const gathered = gatherAnswers(state, poll, poll.secret ? thresholdOf(poll) : 1);
  return {
    ...projected,
    ...(gathered && { gathered }),
    ...(seesAll && hiddenAnswers && { hiddenAnswers }),
  };
}

function projectCounts(state: DebateState, poll: Poll): Poll {
  if (hidesAnswers(state)) return { ...poll, answered: 0, counts: null, flows: null };
  const projected = { ...poll, counts: poll.secret ? null : poll.counts, flows: visibleFlows(state, poll) };
  if (!poll.secret || poll.open || poll.answered < thresholdOf(poll)) return projected;
  if (poll.kind === 'quick') return { ...projected, counts: poll.counts };
  const after = poll.kind === 'after' ? poll : closingPoll(state, poll.id);
  if (!after || after.open) return projected;
  const flows = visibleFlows(state, after);
  const others = flows ? poll.answered - sum(flows.flat()) : 0;
  return others === 0 || others >= thresholdOf(poll) ? { ...projected, counts: poll.counts } : projected;
}

/** For a poll after the debate, once both are closed. */
function visibleFlows(state: DebateState, after: Poll): Poll['flows'] {
  const before = state.polls.get(after.since ?? '');
  if (!before || before.open || after.open) return null;
  const [was, is] = [before, after].map(({ id }) => state.answers.get(id));
  const flows = before.options.map(() => after.options.map(() => 0));
  for (const [participantId, from] of was ?? []) {
    const to = is?.get(participantId);
    const row = typeof from === 'number' ? flows[from] : undefined;
    if (typeof to === 'number' && row) row[to] = (row[to] ?? 0) + 1;
  }
  const people = sum(flows.flat());
  return people > 0 && (!after.secret || people >= thresholdOf(after)) ? flows : null;
}

/** The projected polls that a viewer is sent for entries that led to `state`; null: none. */
export function projectPollsOf(
  entries: readonly LogEntry[],
  state: DebateState,
  { seesAll }: { readonly seesAll: boolean },
): Extract<ProjectedEffect, { type: 'poll.projected' }> | null {
  const touched = new Set(
    entries.flatMap(({ effect }) => {
      if (
        effect.type === 'poll.opened' ||
        effect.type === 'poll.answered' ||
        effect.type === 'poll.answerHidden'
      )
        return effect.pollId;
      // Phases may now hide more or less of polls.
      if (effect.type === 'agenda.set' || effect.type === 'agenda.phaseChanged')
        return [...state.polls.keys()];
      if (effect.type !== 'poll.statusChanged') return [];
      return [effect.pollId, state.polls.get(effect.pollId)?.since ?? effect.pollId];
    }),
  );
  const polls = [...touched].flatMap((id) => {
    const poll = state.polls.get(id);
    return poll && (seesAll || !poll.prepared) ? projectPoll(state, poll, seesAll) : [];
  });
  return polls.length > 0 ? { type: 'poll.projected', polls } : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
