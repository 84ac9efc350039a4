'use client';

import { useCallback, useRef, useState } from 'react';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { stateOfOpening } from '../../core/opening/use-opened-store.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** The moment shown: the number of its last entry, and its time. */
export interface ShownMoment {
  readonly seq: number;
  readonly at: number;
}

export interface Past {
  readonly shown: ShownMoment;
  /** The server time that was last requested and is not shown yet; `null`: none. */
  readonly awaited: number | null;
  /** True if the last requested moment could not be loaded. */
  readonly failed: boolean;
  /** Goes to a server time. If requests come faster than moments load, those between are skipped. */
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
  const query = new URLSearchParams({ at: `${at}` });
  const answer = await callRoute('GET /api/debates/[id]/history', { params: { id: debateId }, query });
  return answer !== 'unreachable' && answer.ok ? answer : null;
}

interface FetchedMoment extends ShownMoment {
  readonly opening: InitialState;
}

/** Loads a moment and shows it; returns `null` if that failed. */
async function show(store: BoardStore, at: number): Promise<ShownMoment | null> {
  const read = await fetchMoment(store.state().debateId, at);
  if (read === null) return null;
  store.showRevision(await stateOfOpening(read.opening), read.opening.people);
  const { pathname, hash } = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}?at=${read.at}${hash}`);
  return { seq: read.seq, at: read.at };
}
