import { setTimeout as wait } from 'node:timers/promises';
import { audienceIn } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { hidesClaims } from '#domain/debate/phases/phases.ts';
import { PROGRESS_PARTS } from '#domain/debate/tasks/progress.ts';
import { countSteps, countsShown, type TaskCount, whyNotCounted } from '#domain/debate/tasks/task-counts.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { asReader, type ReadableDebates } from '../participants/as-reader.ts';

/** Milliseconds between two counts for one debate, and how many times as long as the last count took they are at least. */
const REST = 250;
const REST_FOR = 10;

/** A count, and the state it is of. */
interface Counted {
  readonly state: DebateState;
  readonly counts: readonly TaskCount[];
}

/** The counts for a debate so far; dropped with its room. */
interface Desk {
  last: Counted | null;
  /** The time from which it is counted again. */
  restUntil: number;
  running: Promise<Counted> | null;
}

type Answer = { readonly ok: true; readonly counts: readonly TaskCount[] } | Refusal;

/** How many people have done each task, for a debate's moderators: counted when one looks and something changed. */
export class TaskCounts {
  readonly #debates: ReadableDebates;
  readonly #desks = new WeakMap<DebateRoom, Desk>();

  constructor(debates: ReadableDebates) {
    this.#debates = debates;
  }

  of(debateId: string, person: SignedIn | null): Promise<Answer> {
    return asReader(this.#debates, debateId, person, async (room, participantId): Promise<Answer> => {
      const mayCount = () => audienceIn(room.state, participantId) === 'moderators';
      if (!mayCount()) return refuse('not_allowed');
      const counts = await this.#latest(room);
      // Rights, and what is shown, may have changed meanwhile.
      return mayCount() ? { ok: true, counts: countsShown(room.state, counts) } : refuse('not_allowed');
    });
  }

  /** The counts for the current state; concurrent callers wait for the same one. */
  async #latest(room: DebateRoom): Promise<readonly TaskCount[]> {
    const desk = this.#desks.get(room) ?? { last: null, restUntil: 0, running: null };
    this.#desks.set(room, desk);
    const asked = room.state;
    for (;;) {
      if (desk.last && isUpToDate(desk.last.state, asked)) return desk.last.counts;
      desk.running ??= this.#begin(room, desk);
      const counted = await desk.running;
      if (counted.state.seq >= asked.seq) return counted.counts;
    }
  }

  async #begin(room: DebateRoom, desk: Desk): Promise<Counted> {
    try {
      await wait(Math.max(0, desk.restUntil - performance.now()));
      const begun = performance.now();
      const { state } = room;
      desk.last = { state, counts: await finishInTurns(countSteps(state)) };
      const now = performance.now();
      desk.restUntil = now + Math.max(REST, REST_FOR * (now - begun));
      return desk.last;
    } finally {
      desk.running = null;
    }
  }
}

/** Counts depend on these; the number of people asked only on the first ones. */
const OF_PEOPLE = [
  'tasks',
  'participants',
  'agenda',
  'head',
] as const satisfies readonly (keyof DebateState)[];
const OF_PROGRESS = [...PROGRESS_PARTS, 'head'] as const satisfies readonly (keyof DebateState)[];

/**
 * True if nothing changed between two states that the counts shown now depend on. False while people act unseen, although nothing may have
 * changed: otherwise moderators would learn from the time of an answer that someone just voted.
 */
function isUpToDate(before: DebateState, now: DebateState): boolean {
  const isUnchanged = (parts: readonly (keyof DebateState)[]) =>
    parts.every((part) => before[part] === now[part]);
  if (!now.tasks.some(({ kind }) => whyNotCounted(now, kind) === null)) return isUnchanged(OF_PEOPLE);
  return !hidesClaims(now) && !areTalliesRestricted(now) && isUnchanged(OF_PROGRESS);
}
