'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';

/** Milliseconds for which the stage shows the result of a closed poll. */
const RESULT_SHOWN_FOR = 120_000;

/** Returns the polls that closed, or whose right number was revealed, while the stage was open, each for a while. */
export function useFreshResults(polls: DebateState['polls']): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const before = useRef(polls);
  const timers = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const known = before.current;
    before.current = polls;
    const { current } = timers;
    const news = [...polls.values()].filter((poll) => isNews(known.get(poll.id), poll)).map(({ id }) => id);
    if (news.length === 0) return;
    setFresh((ids) => new Set([...ids, ...news]));
    for (const id of news) {
      window.clearTimeout(current.get(id));
      const end = () => setFresh((ids) => new Set([...ids].filter((other) => other !== id)));
      current.set(id, window.setTimeout(end, RESULT_SHOWN_FOR));
    }
  }, [polls]);
  useEffect(() => {
    const { current } = timers;
    return () => {
      for (const timer of current.values()) window.clearTimeout(timer);
    };
  }, []);
  return fresh;
}

/** True if a poll has just closed, or its right number was just revealed. */
function isNews(before: Poll | undefined, { open, right }: Poll): boolean {
  if (before === undefined || open) return false;
  return before.open || (before.right === undefined && right !== undefined);
}
