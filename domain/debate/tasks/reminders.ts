import type { Effect, LogEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { phaseIn } from '../phases/phases.ts';
import { reminderLead } from '../phases/reminder-lead.ts';
import { pollsToRemindOf, timesOfPolls } from '../polls/closing-times.ts';
import { isRunning } from './running-tasks.ts';
import type { Task } from './task.ts';

const MINUTE = 60_000;
/** Milliseconds in which a phase without a planned time is done, for its reminder. */
const UNPLANNED = 10 * MINUTE;

/** The server time at which people are reminded of a task: a day before its end, or halfway there; null: its end is not known. */
export function reminderAt({ agenda }: Pick<DebateState, 'agenda'>, { due, at }: Task): number | null {
  if ('at' in due) return due.at - reminderLead(due.at - at);
  if (agenda?.at !== due.phaseId) return null;
  const { timer } = agenda;
  if (timer === null || !('ends' in timer)) return null;
  const minutes = phaseIn(agenda, due.phaseId)?.minutes ?? null;
  const planned = minutes === null ? UNPLANNED : minutes * MINUTE;
  return timer.ends - reminderLead(Math.min(planned, timer.ends - at));
}

/** The end of a task that runs; null: it is not known. */
function endOf({ agenda }: Pick<DebateState, 'agenda'>, { due }: Task): number | null {
  if ('at' in due) return due.at;
  const timer = agenda?.timer ?? null;
  return timer !== null && 'ends' in timer ? timer.ends : null;
}

/** The next server time after `since` at which people are to be reminded of a task or a poll, or a poll closes; null: none is known. */
export function nextReminder(state: DebateState, since: number): number | null {
  const times = [...state.tasks.values()].flatMap((task) => reminderAt(state, task) ?? []);
  const next = Math.min(...[...times, ...timesOfPolls(state)].filter((at) => at > since));
  return Number.isFinite(next) ? next : null;
}

/** Entries after which people may have to be reminded at once: the time may have passed already. */
const REMINDING: readonly Effect['type'][] = [
  'task.added',
  'task.changed',
  'poll.opened',
  'poll.statusChanged',
  'agenda.set',
  'agenda.phaseChanged',
  'agenda.timerChanged',
  'debate.statusChanged',
  'debate.restricted',
];

/** The time of the next reminder after these entries, the time of the first of them included; null: none is known. */
export function reminderAfter(state: DebateState, entries: readonly LogEntry[]): number | null {
  const [first] = entries;
  if (!first) return null;
  const isReminding = entries.some(({ effect }) => REMINDING.includes(effect.type));
  const isDue = [tasksToRemindOf, pollsToRemindOf].some((due) => due(state, first.at).length > 0);
  return isReminding && isDue ? first.at : nextReminder(state, first.at);
}

/** The running tasks of which people are to be reminded at this time. */
export function tasksToRemindOf(state: DebateState, now: number): Task[] {
  if (state.head?.status !== 'open' || state.head.deleted) return [];
  return [...state.tasks.values()].filter((task) => {
    const [at, end] = [reminderAt(state, task), endOf(state, task)];
    return at !== null && end !== null && at <= now && now < end && isRunning(state, task, now);
  });
}
