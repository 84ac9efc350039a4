'use client';

import { useEffect, useRef } from 'react';
import { CheckIcon, TasksIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { isDone, useTasks } from './use-tasks.ts';

interface TasksChipProps {
  readonly className: string | undefined;
  /** With numbers alone. */
  readonly isShort?: boolean;
}

/** Above the board: how many of the running tasks the viewer has done; opens the list. It says when one is done. */
export function TasksChip({ className, isShort = false }: TasksChipProps) {
  const t = useMessages('tasks');
  const { list } = useViewActs();
  const isOpen = useViewPart(({ listing }) => listing === 'tasks');
  const own = useTasks().filter(({ standing, done }) => standing === 'running' && done !== null);
  useSayDone();
  if (own.length === 0) return null;
  const [done, count] = [own.filter(isDone).length, own.length];
  return (
    <button
      type="button"
      className={className}
      aria-label={t('chipLabel', { done, count })}
      aria-expanded={isOpen}
      onClick={() => list(isOpen ? null : 'tasks')}
    >
      {done === count ? <CheckIcon /> : <TasksIcon />}
      <span aria-hidden="true">{t(isShort ? 'chipShort' : 'chip', { done, count })}</span>
    </button>
  );
}

/** Announces a running task when the viewer has done it. */
function useSayDone(): void {
  const t = useMessages('tasks');
  const announce = useAnnounce();
  const tasks = useTasks();
  const known = useRef<ReadonlyMap<string, boolean> | null>(null);
  useEffect(() => {
    const running = tasks.filter(({ standing, done }) => standing === 'running' && done !== null);
    const before = known.current;
    known.current = new Map(running.map((one) => [one.task.id, isDone(one)]));
    for (const one of running) {
      const { id, kind, count } = one.task;
      if (isDone(one) && before?.get(id) === false)
        announce(t('doneNow', { task: t(`asks.${kind}`, { count }) }));
    }
  }, [tasks, announce, t]);
}
