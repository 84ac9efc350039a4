'use client';

import { useCallback } from 'react';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { summaryOf } from './summary-of.ts';
import { useSavePage } from './use-save-page.ts';
import { useSavedForReader } from './use-saved-for.ts';

/** Keeps the open board in the browser if `whole`. */
export function useSaveBoard(whole: boolean): void {
  const store = useBoardStore();
  const isSignedIn = useBoard(({ replica }) => replica.participantId !== null);
  const isTheirs = useSavedForReader(isSignedIn);
  useSavePage(
    whole && isTheirs,
    useCallback(() => summaryOf(store.state()), [store]),
  );
}
