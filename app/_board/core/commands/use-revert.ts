'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { UndoableAction } from '#domain/sync/undo-stack.ts';
import { excerpt } from '../claims/excerpt.ts';
import { targetOf, useReadTarget } from '../claims/use-target.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { describeStep, plainKindOf } from './describe-step.ts';

/**
 * Returns a function that undoes or redoes the viewer's last action, or undoes only this one, and returns a sentence that names it: the
 * step may be far from what the viewer sees. `null` if nothing was done.
 */
export function useRevert(): (which: 'undo' | 'redo', only?: UndoableAction) => string | null {
  const t = useMessages('undo');
  const store = useBoardStore();
  const stepWords = useStepWords();
  return useCallback(
    (which, only) => {
      const before = store.state().replica.view;
      if (!(which === 'undo' ? store.undo(only) : store.redo())) return null;
      const { operation, more } = store.lastReverted;
      const step = operation
        ? stepWords(operation, store.state().replica.view, before)
        : t('plainStep.other');
      return t(which === 'undo' ? 'undone' : 'redone', { step, more });
    },
    [t, store, stepWords],
  );
}

/** Returns a function for the words that name a step. What it made or removed is in the debate only after it, or only before. */
function useStepWords(): (operation: Operation, ...views: readonly DebateState[]) => string {
  const t = useMessages('undo');
  const readTarget = useReadTarget();
  return useCallback(
    (operation, ...views) => {
      for (const view of views) {
        const described = describeStep(operation, view);
        const target = described && targetOf(view, described.about);
        const about = target && excerpt(readTarget(view, target), 60);
        if (about) return t(`step.${described.kind}`, { about });
      }
      return t(`plainStep.${plainKindOf(operation)}`);
    },
    [t, readTarget],
  );
}
