'use client';

import { useCallback, useRef, useState } from 'react';
import type { InitialState } from '../../../domain/protocol/initial-state.ts';
import type { BoardStore } from '../store/board-store.ts';
import { stateOfOpening } from '../store/use-opened-store.ts';

/** The moment that is shown: after which entry, and when that was. */
export interface ShownMoment {
  readonly seq: number;
  readonly at: number;
}

export interface Past {
  readonly shown: ShownMoment;
  /** The server time that was asked for last, and is not shown yet; null: none. */
  readonly awaited: number | null;
  /** Whether the last moment that was asked for could not be fetched. */
  readonly failed: boolean;
  /** Goes to a server time. Where one asks faster than moments come, those between are left out. */
  readonly go: (at: number) => void;
}

/** Shows moments of the past in a store, one after the other. The address names the one that is shown. */
export function usePast(store: BoardStore, first: ShownMoment): Past {
  const [shown, setShown] = useState(first);
  const [awaited, setAwaited] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const wanted = useRef<number | null>(null);
  const fetching = useRef(false);
  const go = useCallback(
    async (at: number) => {
      wanted.current = at;
      setAwaited(at);
      if (fetching.current) return;
      fetching.current = true;
      while (wanted.current !== null) {
        const next = wanted.current;
        wanted.current = null;
        const moment = await show(store, next).catch(() => null);
        setFailed(moment === null);
        if (moment) setShown(moment);
      }
      fetching.current = false;
      setAwaited(null);
    },
    [store],
  );
  return { shown, awaited, failed, go };
}

/** Fetches a moment. Returns `null` if it can't. */
export async function fetchMoment(debateId: string, at: number): Promise<FetchedMoment | null> {
  const answer = await fetch(`/api/debates/${encodeURIComponent(debateId)}/history?at=${at}`);
  return answer.ok ? answer.json() : null;
}

interface FetchedMoment extends ShownMoment {
  readonly opening: InitialState;
}

/** Fetches a moment and shows it; null where that could not be. */
async function show(store: BoardStore, at: number): Promise<ShownMoment | null> {
  const read = await fetchMoment(store.state().debateId, at);
  if (read === null) return null;
  store.showRevision(await stateOfOpening(read.opening), read.opening.people);
  const { pathname, hash } = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}?at=${read.at}${hash}`);
  return { seq: read.seq, at: read.at };
}
