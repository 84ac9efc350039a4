'use client';

import type { Operation } from '../../../domain/debate/engine/operations.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { useRejectionSentence } from '../claim/use-rejection-sentence.ts';
import { useAfterJoining } from '../join/join-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';

/** Returns a function that submits several operations as one step, and announces how many were done, and why others were not. */
export function useSubmitTogether(): (
  operations: readonly Operation[],
  said: (done: number) => string,
  then?: () => void,
) => void {
  const t = useMessages('several');
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  return (operations, said, then) =>
    afterJoining(() => {
      const refusals = store.submitTogether(operations);
      const done = said(operations.length - refusals.length);
      const [first] = refusals;
      announce(first ? t('partly', { done, count: refusals.length, reason: sentence(first) }) : done);
      then?.();
    });
}
