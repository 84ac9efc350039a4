'use client';

import { useEffect } from 'react';
import { useBoardStore } from './store/board-context.tsx';
import type { BoardStore } from './store/board-store.ts';

/** How far a debate went when one looked at it last. */
interface Visit {
  readonly seq: number;
  /** Server time of that entry. */
  readonly at: number;
}

/**
 * Server time up to which this person knows the debate: where their last visit in this browser ended, else now. Kept in
 * the browser, never told to the server.
 */
export function knownUntil(store: BoardStore): number {
  // Nothing of the past is new.
  if (store.state().isOnlyRead) return Number.POSITIVE_INFINITY;
  return readVisit(keyOf(store))?.at ?? store.state().replica.confirmed.at;
}

/** Notes how far the debate is whenever the page is left or put away. */
export function useNoteVisit(): void {
  const store = useBoardStore();
  useEffect(() => {
    if (store.state().isOnlyRead) return;
    const note = () => {
      const { seq, at } = store.state().replica.confirmed;
      keepVisit(keyOf(store), { seq, at });
    };
    const leave = () => document.visibilityState === 'hidden' && note();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', note);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', note);
      note();
    };
  }, [store]);
}

function keyOf(store: BoardStore): string {
  const { debateId, replica } = store.state();
  return `parley:visit:${debateId}:${replica.participantId ?? ''}`;
}

function readVisit(key: string): Visit | null {
  try {
    const visit: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    return isVisit(visit) ? visit : null;
  } catch {
    return null;
  }
}

function keepVisit(key: string, visit: Visit): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(visit));
  } catch {
    // Storage is barred: nothing is new on the next visit but what comes during it.
  }
}

function isVisit(visit: unknown): visit is Visit {
  return typeof visit === 'object' && visit !== null && 'at' in visit && typeof visit.at === 'number';
}

/** Forgets when these participants last looked at their debates. */
export function forgetVisitsOf(participantIds: readonly string[]): void {
  try {
    const { localStorage: storage } = window;
    for (const key of Object.keys(storage))
      if (key.startsWith('parley:visit:') && participantIds.some((id) => key.endsWith(`:${id}`)))
        storage.removeItem(key);
  } catch {
    // Barred: then nothing was kept.
  }
}
