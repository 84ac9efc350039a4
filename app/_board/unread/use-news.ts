'use client';

import { useEffect, useState } from 'react';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { type NewsItem, newsSteps, type Since } from '../../../domain/unread/news.ts';
import { inSlices } from '../in-slices.ts';
import { useBoardStore } from '../store/board-context.tsx';

/** Milliseconds between two looks while the debate changes: a list that follows each key somebody types is no use. */
const REST = 500;

/** What others did since, kept true to the debate and to what one has seen; null until it is known. */
export function useNews(since: Since | null): readonly NewsItem[] | null {
  const store = useBoardStore();
  const [news, setNews] = useState<readonly NewsItem[] | null>(null);
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
      giveUp = inSlices(newsSteps(view, participantId, since), setNews);
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
