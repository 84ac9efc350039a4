'use client';

import { useEffect } from 'react';
import { useBoardStore } from '../core/store/board-context.tsx';
import type { BoardStore } from '../core/store/board-store.ts';
import { isTyping } from '../core/view/own-moves.ts';
import { whereaboutsOf } from '../features/follow/whereabouts.ts';
import { markFollowedInOutline } from '../map/people/followed-mark.ts';
import type { OutlineFolds } from './folds/outline-folds.ts';
import { revealLine } from './folds/reveal-line.ts';

/** While the viewer follows someone, the outline scrolls to that person's line, and marks the one they have selected. */
export default function OutlineFollowing({
  following,
  folds,
}: {
  following: string;
  folds: OutlineFolds;
}): null {
  const store = useBoardStore();
  useEffect(() => {
    const ends = [followInOutline(folds, store, following), markFollowedInOutline(store, following)];
    return () => {
      for (const end of ends) end();
    };
  }, [folds, store, following]);
  return null;
}

function followInOutline(folds: OutlineFolds, store: BoardStore, participantId: string): () => void {
  let on: string | null = null;
  let frame = 0;
  const go = () => {
    const line = lineOf(store, participantId);
    if (line === null || line === on || isTyping(document.activeElement)) return;
    on = line;
    revealLine(folds, store.state().replica.view, line);
    cancelAnimationFrame(frame);
    // Unfolded lines exist in the next frame.
    frame = requestAnimationFrame(() => scrollTo(line));
  };
  const ends = [store.presence.pointers.subscribe(go), store.subscribe(go)];
  document.addEventListener('focusout', go);
  go();
  return () => {
    for (const end of ends) end();
    document.removeEventListener('focusout', go);
    cancelAnimationFrame(frame);
  };
}

/**
 * Returns the claim or position where a person is: what they point at, otherwise what is in the middle of their view, otherwise their
 * selection.
 */
function lineOf(store: BoardStore, participantId: string): string | null {
  const where = whereaboutsOf(store, participantId);
  return where && (where.over?.box ?? where.look?.at.box ?? where.at);
}

function scrollTo(id: string): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const row = document.getElementById(id)?.querySelector(':scope > [data-row]');
  row?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
}
