'use client';

import { createContext, useCallback, useContext } from 'react';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { refusalToSay } from './refusal-to-say.ts';
import { useRejectionSentence } from './use-rejection-sentence.ts';

/** Runs `then` at once for a participant. Otherwise asks for a name first, and runs it afterwards. */
export type AfterJoining = (then: () => void) => void;

const JoinContext = createContext<AfterJoining | null>(null);

export const JoinProvider = JoinContext.Provider;

export function useAfterJoining(): AfterJoining {
  const afterJoining = useContext(JoinContext);
  if (afterJoining === null) throw new Error('useAfterJoining outside of a JoinProvider');
  return afterJoining;
}

/**
 * Submits operations one after the other as one action, which is undone in one step; asks for a name first if needed. `done` gets the
 * first rejection, or `null` when all are on their way; without it a rejection is announced.
 */
export function useSubmit(): (
  operations: readonly Operation[],
  done?: (refusal: Rejection | null) => void,
) => void {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  return useCallback(
    (operations, done) =>
      afterJoining(() => {
        const refusal = store.submitInTurn(operations);
        if (done) return done(refusal);
        const problem = refusalToSay(refusal);
        if (problem) announce(sentence(problem));
      }),
    [store, afterJoining, announce, sentence],
  );
}
