'use client';

import { useEffect, useState } from 'react';
import { type UnreadItem, type UnreadSince, unreadSteps } from '#domain/unread/unread-items.ts';
import { followView } from '../../core/following/follow-view.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';

/** Milliseconds after an update until the next: a list that follows each key someone types is useless. */
const REST = 500;

/** Returns what others did since a moment, kept in sync with the debate and the read marks; `null` until it is known. */
export function useUnreadItems(since: UnreadSince | null): readonly UnreadItem[] | null {
  const store = useBoardStore();
  const [news, setNews] = useState<readonly UnreadItem[] | null>(null);
  useEffect(() => {
    if (since === null) return;
    return followView(store, (view, viewer) => unreadSteps(view, viewer, since), setNews, REST);
  }, [store, since]);
  return news;
}
