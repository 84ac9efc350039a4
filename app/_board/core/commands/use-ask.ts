'use client';

import { useState } from 'react';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { refusalToSay } from './refusal-to-say.ts';

/** Submits operations chosen here, and keeps why the last one was rejected. A value that is already set is not submitted. */
export function useAsk(): { ask: (operation: Operation) => boolean; refusal: Rejection | null } {
  const store = useBoardStore();
  const [refusal, setRefusal] = useState<Rejection | null>(null);
  const ask = (operation: Operation) => {
    const problem = refusalToSay(store.submit(operation));
    setRefusal(problem);
    return problem === null;
  };
  return { ask, refusal };
}
