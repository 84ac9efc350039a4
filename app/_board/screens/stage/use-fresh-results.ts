'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';

/** Milliseconds for which the stage shows the result of a closed poll. */
const RESULT_SHOWN_FOR = 120_000;

/** Returns the polls closed while the stage was open, each for a while. */
export function useFreshResults(polls: DebateState['polls']): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const open = useRef<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<number>());
  useLayoutEffect(() => {
    const closed = [...open.current].filter((id) => polls.get(id)?.open === false);
    open.current = new Set([...polls.values()].flatMap((poll) => (poll.open ? poll.id : [])));
    if (closed.length === 0) return;
    setFresh((before) => new Set([...before, ...closed]));
    const timer = window.setTimeout(() => {
      timers.current.delete(timer);
      setFresh((before) => new Set([...before].filter((id) => !closed.includes(id))));
    }, RESULT_SHOWN_FOR);
    timers.current.add(timer);
  }, [polls]);
  useEffect(() => {
    const { current } = timers;
    return () => {
      for (const timer of current) window.clearTimeout(timer);
    };
  }, []);
  return fresh;
}
