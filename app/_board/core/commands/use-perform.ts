'use client';

import { useCallback } from 'react';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useSubmit } from './join-context.tsx';
import { useConfirm } from './use-confirm.ts';
import { useRejectionSentence } from './use-rejection-sentence.ts';

/** Returns a function that submits operations as `useSubmit` does, and announces what was done, with Undo, or why not. */
export function usePerform(): (operations: readonly Operation[], said: string, then?: () => void) => void {
  const submit = useSubmit();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const sentence = useRejectionSentence();
  return useCallback(
    (operations, said, then) =>
      submit(operations, (refusal) => {
        if (refusal) return announce(sentence(refusal));
        then?.();
        confirm(said);
      }),
    [submit, announce, confirm, sentence],
  );
}
