'use client';

import { useEffect, useState } from 'react';
import { Replay } from '../../../domain/front/replay.ts';
import type { ReplayNow } from '../map/replay-context.ts';
import type { BoardStore } from '../store/board-store.ts';
import { stateOfOpening } from '../store/use-opened-store.ts';
import { fetchMoment, type ShownMoment } from './use-past.ts';

/**
 * The replay that gives each claim its place of the last moment. A page that opens with another moment fetches the last one. If that
 * fails, each moment is laid out for itself.
 */
export function useReplayOf(store: BoardStore, first: ShownMoment, times: readonly number[]): ReplayNow {
  const last = times.at(-1) ?? first.at;
  const [replay, setReplay] = useState<ReplayNow>(() =>
    first.at >= last ? new Replay(store.state().replica.view) : 'pending',
  );
  useEffect(() => {
    if (replay !== 'pending') return;
    let isLeft = false;
    finalState(store.state().debateId, last)
      .catch(() => null)
      .then((final) => isLeft || setReplay(final && new Replay(final)));
    return () => {
      isLeft = true;
    };
  }, [store, last, replay]);
  return replay;
}

async function finalState(debateId: string, at: number) {
  const moment = await fetchMoment(debateId, at);
  return moment && stateOfOpening(moment.opening);
}
