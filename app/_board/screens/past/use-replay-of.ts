'use client';

import { useEffect, useState } from 'react';
import { Replay } from '#domain/front/replay.ts';
import { stateOfOpening } from '../../core/opening/use-opened-store.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import type { ReplayNow } from '../../map/layout/replay-context.ts';
import { fetchMoment, type ShownMoment } from './use-past.ts';

/** Milliseconds for which the map waits for the last moment. */
const PATIENCE = 300;

/**
 * Returns the replay that gives each claim its place at the last moment. A page that opens with another moment loads the last one. Until
 * that is loaded, and if it fails, each moment is laid out separately.
 */
export function useReplayOf(store: BoardStore, first: ShownMoment, times: readonly number[]): ReplayNow {
  const last = times.at(-1) ?? first.at;
  const [opened] = useState(() => (first.at >= last ? new Replay(store.state().replica.view) : null));
  const [fetched, setFetched] = useState<ReplayNow>('pending');
  useEffect(() => {
    if (opened) return;
    let isLeft = false;
    const timer = window.setTimeout(() => setFetched(null), PATIENCE);
    finalState(store.state().debateId, last)
      .catch(() => null)
      .then((final) => {
        window.clearTimeout(timer);
        if (!isLeft) setFetched(final && new Replay(final));
      });
    return () => {
      window.clearTimeout(timer);
      isLeft = true;
    };
  }, [store, last, opened]);
  return opened ?? fetched;
}

async function finalState(debateId: string, at: number) {
  const moment = await fetchMoment(debateId, at);
  return moment && stateOfOpening(moment.opening);
}
