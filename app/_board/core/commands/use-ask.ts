'use client';

import { useState } from 'react';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { refusalToSay } from './refusal-to-say.ts';

/**
 * Submits operations chosen here as one action, all or none, and keeps why the last action was rejected. A value that is already set is
 * not submitted.
 */
export function useAsk(): {
  ask: (...operations: readonly Operation[]) => boolean;
  refusal: Rejection | null;
} {
  const store = useBoardStore();
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const ask = (...operations: readonly Operation[]) => {
    const problem = refusalToSay(store.submitInTurn(operations));
    setRefusal(problem);
    return problem === null;
  };
  return { ask, refusal };
}
