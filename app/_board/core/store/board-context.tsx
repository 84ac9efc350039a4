'use client';

import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { BoardState } from './board-state.ts';
import type { BoardStore } from './board-store.ts';

const BoardContext = createContext<BoardStore | null>(null);

/** Provides the store to everything below it. */
export const BoardProvider = BoardContext.Provider;

/** Returns the store, for making requests to it. */
export function useBoardStore(): BoardStore {
  const store = useContext(BoardContext);
  if (store === null) throw new Error('useBoardStore outside of a BoardProvider');
  return store;
}

/**
 * Selects a part of the board's state, and renders again only when that part is another object (or value). Records in the state keep
 * their identity while they are unchanged, so selecting one claim costs nothing when others change. `select` must return the same object
 * for the same state: select records, don't create arrays.
 */
export function useBoard<T>(
  select: (state: BoardState) => T,
  isSame: (before: T, now: T) => boolean = Object.is,
): T {
  const store = useBoardStore();
  const last = useRef<{ state: BoardState; select: typeof select; selected: T } | null>(null);
  const read = () => {
    const state = store.state();
    if (last.current?.state === state && last.current.select === select) return last.current.selected;
    const selected = select(state);
    const kept = last.current && isSame(last.current.selected, selected) ? last.current.selected : selected;
    last.current = { state, select, selected: kept };
    return kept;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
