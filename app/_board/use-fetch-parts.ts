'use client';

import { useEffect, useState } from 'react';
import { fetchParts } from '../_ui/lazy-component.ts';
import { afterFirstCards } from './first-cards.ts';
import { useBoard } from './store/board-context.tsx';

/** Milliseconds the board has been live for, and its first cards shown, when the parts nobody asked for yet are fetched: first things first. */
const SETTLED_AFTER = 3_000;

/** Makes the board whole while the server is there: then it can be worked on without it. True when it is. */
export function useFetchParts(): boolean {
  const [whole, setWhole] = useState(false);
  const live = useBoard(({ connection }) => connection.kind === 'live');
  useEffect(() => {
    if (!live) return;
    return afterFirstCards(SETTLED_AFTER, () => void fetchParts().then(() => setWhole(true)));
  }, [live]);
  return whole;
}
