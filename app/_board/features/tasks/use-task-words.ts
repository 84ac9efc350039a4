'use client';

import { useFormatter } from 'use-intl/react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import { phaseIn } from '#domain/debate/phases/phases.ts';
import type { Task } from '#domain/debate/tasks/task.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import type { ShownTask } from './use-tasks.ts';

interface TaskWords {
  /** The sentence that asks for it. */
  asks(task: Pick<Task, 'kind' | 'count'>): string;
  /** The time in which it can be done. */
  when(shown: ShownTask): string;
}

/** Returns the sentences of tasks, with times in the viewer's time zone. */
export function useTaskWords(): TaskWords {
  const t = useMessages('tasks');
  const format = useFormatter();
  const phaseName = usePhaseName();
  const agenda = useBoard(({ replica }) => replica.view.agenda);
  return {
    asks: ({ kind, count }) => t(`asks.${kind}`, { count }),
    when: ({ task: { due }, standing }) => {
      if (standing === 'nowhere') return t('nowhere');
      if (standing === 'over') return t('over');
      if ('at' in due) {
        return t('until', {
          time: format.dateTime(due.at, { dateStyle: 'medium', timeStyle: 'short', timeZone: readerZone() }),
        });
      }
      const found = agenda && phaseIn(agenda, due.phaseId);
      const phase = found ? phaseName(found) : '';
      return t(standing === 'running' ? 'inPhase' : 'notYet', { phase });
    },
  };
}
