'use client';

import { useEffect, useMemo, useState } from 'react';
import { type UnreadItem, type UnreadSince, unreadSteps } from '#domain/unread/unread-items.ts';
import { followView } from '../../core/following/follow-view.ts';
import { useMuted } from '../../core/notifications/known-choices.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Milliseconds after an update until the next: a list that follows each key someone types is useless. */
const REST = 500;

/** Returns what others did since a moment, kept in sync with the debate and the read marks; `null` until it is known. */
export function useUnreadItems(since: UnreadSince | null): readonly UnreadItem[] | null {
  const store = useBoardStore();
  const muted = useMuted(useBoard(({ debateId }) => debateId));
  const [news, setNews] = useState<readonly UnreadItem[] | null>(null);
  useEffect(() => {
    if (since === null) return;
    return followView(store, (view, viewer) => unreadSteps(view, viewer, since, muted), setNews, REST);
  }, [store, since, muted]);
  return news;
}

/** Returns the number of unread items, without those in muted branches; `null` until it is known. */
export function useUnreadCount(): number | null {
  const seen = useBoard((state) => state.seen);
  const since = useMemo(() => (seen ? { seen } : null), [seen]);
  const news = useUnreadItems(since);
  return news && seen ? news.filter(({ muted }) => !muted).length : null;
}
