'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAsked } from '#domain/debate/tasks/asked.ts';
import { PROGRESS_PARTS, progressOf } from '#domain/debate/tasks/progress.ts';
import { standingOf, type TaskStanding, tasksInOrder } from '#domain/debate/tasks/running-tasks.ts';
import type { Task } from '#domain/debate/tasks/task.ts';
import { ServerClock } from '../../core/clock/server-clock.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** A task as the viewer sees it. */
export interface ShownTask {
  readonly task: Task;
  readonly standing: TaskStanding;
  /** How many the viewer has done; `null`: the task is not for them. */
  readonly done: number | null;
}

/** The parts of a debate from which tasks, as they are shown, follow. */
const SHOWN_FROM = [...PROGRESS_PARTS, 'head'] as const;

/** The last tasks shown, and what they were shown from: most changes of a debate change nothing about them. */
let last: {
  readonly view: DebateState;
  readonly participantId: string | null;
  readonly now: number;
  readonly shown: readonly ShownTask[];
} | null = null;

/** Returns the tasks in the order in which they were set. */
export function useTasks(): readonly ShownTask[] {
  const tasks = useBoard(({ replica }) => replica.view.tasks);
  const now = useNow(
    useMemo(() => [...tasks.values()].flatMap(({ due }) => ('at' in due ? due.at : [])), [tasks]),
  );
  return useBoard(({ replica: { view, participantId } }) => shownIn(view, participantId, now));
}

function shownIn(view: DebateState, participantId: string | null, now: number): readonly ShownTask[] {
  const isSame = last?.now === now && last.participantId === participantId;
  if (last && isSame && SHOWN_FROM.every((part) => last?.view[part] === view[part])) return last.shown;
  const person = participantId === null ? undefined : view.participants.get(participantId);
  const shown = tasksInOrder(view).map((task): ShownTask => {
    const done = person && isAsked(person, task) ? progressOf(view, task, person.id) : null;
    return { task, standing: standingOf(view, task, now), done };
  });
  last = { view, participantId, now, shown };
  return shown;
}

/** True if a task is done. */
export function isDone({ task, done }: ShownTask): boolean {
  return done !== null && done >= task.count;
}

/** Returns a server time that passes each of these times as the server's clock does. */
function useNow(times: readonly number[]): number {
  const clock = ServerClock.of(useBoardStore());
  const ahead = useSyncExternalStore(clock.subscribe, clock.ahead, () => 0);
  const live = useBoard(({ connection }) => connection.kind === 'live');
  const [, draw] = useState(0);
  const now = Date.now() + ahead;
  const passed = Math.max(0, ...times.filter((at) => at < now));
  const next = Math.min(...times.filter((at) => at >= now));
  const waits = Number.isFinite(next);
  useEffect(() => {
    if (live && waits) void clock.ask();
  }, [clock, live, waits]);
  useEffect(() => {
    if (!waits) return;
    // Timers take at most 24 days.
    const wait = window.setTimeout(() => draw((count) => count + 1), Math.min(next - now + 1, 86_400_000));
    return () => window.clearTimeout(wait);
  });
  // Just after the last that passed: between two of them nothing changes.
  return passed === 0 ? 0 : passed + 1;
}
