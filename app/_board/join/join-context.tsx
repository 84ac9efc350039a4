'use client';

import { createContext, useContext } from 'react';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { useBoardStore } from '../store/board-context.tsx';

/** Runs `then` at once for one who takes part; else asks for a name first, and runs it after. */
export type AfterJoining = (then: () => void) => void;

const JoinContext = createContext<AfterJoining | null>(null);

export const JoinProvider = JoinContext.Provider;

export function useAfterJoining(): AfterJoining {
  const afterJoining = useContext(JoinContext);
  if (afterJoining === null) throw new Error('useAfterJoining outside of a JoinProvider');
  return afterJoining;
}

/**
 * Submits operations one after the other; asks for a name first where needed. `done` gets the first refusal, or null when
 * all are on their way.
 */
export function useSubmit(): (
  operations: readonly Operation[],
  done?: (refusal: Rejection | null) => void,
) => void {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  return (operations, done) =>
    afterJoining(() => {
      for (const operation of operations) {
        const refusal = store.submit(operation);
        if (refusal) return done?.(refusal);
      }
      done?.(null);
    });
}
