'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { useAfterJoining } from './join-context.tsx';
import { useConfirm } from './use-confirm.ts';
import { useRejectionSentence } from './use-rejection-sentence.ts';

/**
 * Returns a function that submits several operations as one step, and announces how many were done, with Undo for all of them, and why
 * others were not.
 */
export function useSubmitTogether(): (
  operations: readonly Operation[],
  said: (done: number) => string,
  then?: () => void,
) => void {
  const t = useMessages('bulk');
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const confirm = useConfirm();
  const sentence = useRejectionSentence();
  return (operations, said, then) =>
    afterJoining(() => {
      const refusals = store.submitTogether(operations);
      const done = said(operations.length - refusals.length);
      const [first] = refusals;
      confirm(first ? t('partly', { done, count: refusals.length, reason: sentence(first) }) : done);
      then?.();
    });
}
