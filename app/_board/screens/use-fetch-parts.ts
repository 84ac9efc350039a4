'use client';

import { useEffect, useState } from 'react';
import { fetchParts } from '../../_ui/lazy-component.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { afterFirstCards } from '../core/view/first-cards.ts';

/**
 * Milliseconds the board has been live, with its first cards shown, before parts that nobody has opened yet are loaded: first things
 * first.
 */
const SETTLED_AFTER = 3_000;

/** Loads the rest of the board while the server is reachable, so that it works offline. Returns true when it is complete. */
export function useFetchParts(): boolean {
  const [whole, setWhole] = useState(false);
  const live = useBoard(({ connection }) => connection.kind === 'live');
  useEffect(() => {
    if (!live) return;
    return afterFirstCards(SETTLED_AFTER, () => void fetchParts().then(() => setWhole(true)));
  }, [live]);
  return whole;
}
