'use client';

import { useEffect, useState } from 'react';
import { inSlices } from '#app/_ui/in-slices.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type UnreadItem, type UnreadSince, unreadSteps } from '#domain/unread/unread-items.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';

/** Milliseconds between two updates while the debate changes: a list that follows each key someone types is useless. */
const REST = 500;

/** Returns what others did since a moment, kept in sync with the debate and the read marks; `null` until it is known. */
export function useUnreadItems(since: UnreadSince | null): readonly UnreadItem[] | null {
  const store = useBoardStore();
  const [news, setNews] = useState<readonly UnreadItem[] | null>(null);
  useEffect(() => {
    if (since === null) return;
    let looked: DebateState | null = null;
    let resting: number | undefined;
    let giveUp = () => {};
    const look = () => {
      resting = undefined;
      const { view, participantId } = store.state().replica;
      if (view === looked) return;
      looked = view;
      giveUp();
      giveUp = inSlices(unreadSteps(view, participantId, since), setNews);
    };
    const unsubscribe = store.subscribe(() => {
      resting ??= window.setTimeout(look, REST);
    });
    look();
    return () => {
      unsubscribe();
      window.clearTimeout(resting);
      giveUp();
    };
  }, [store, since]);
  return news;
}
