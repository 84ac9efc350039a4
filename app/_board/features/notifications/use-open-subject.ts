'use client';

import { useCallback } from 'react';
import type { ListedNotification } from '#domain/protocol/route-answers.ts';
import { mayNow } from '../../core/claims/use-claim.ts';
import { targetOf } from '../../core/claims/use-target.ts';
import { pollFocus } from '../../core/polls/poll-focus.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';

/**
 * Returns a function that opens the subject of a notification of this debate: the claim, and the comment there, the poll, the tasks or guided voting. It returns
 * `false`, and nothing changes, if there is no such place, or no longer.
 */
export function useOpenSubject(): (note: ListedNotification) => boolean {
  const store = useBoardStore();
  const { select, list, guide } = useViewActs();
  return useCallback(
    ({ kind, about, on }) => {
      const { view } = store.state().replica;
      const target = view.comments.get(on ?? '')?.on ?? targetOf(view, on ?? '');
      const openIf = (exists: boolean, open: () => void) => {
        if (exists) open();
        return exists;
      };
      if (target) return openIf(true, () => select(target, about));
      switch (kind) {
        case 'polled':
        case 'poll_reminder':
          return openIf(view.polls.get(about)?.open === true, () => pollFocus.ask(about));
        case 'task_set':
        case 'task_reminder':
          return openIf(view.tasks.has(about), () => list('tasks'));
        case 'voting':
          return openIf(view.agenda?.at === about && mayNow(store.state(), 'vote.cast'), () =>
            guide({ branch: null }),
          );
        default:
          return false;
      }
    },
    [store, select, list, guide],
  );
}
