'use client';

import { useEffect, useRef } from 'react';
import { catchFocus, followFocus, holdItem } from '#app/_ui/focus/catch-focus.ts';
import { useViewPart } from '../view/view-provider.tsx';

/** Keeps the focus from being lost: when the view changes, or the panel, a tool or guided voting
 * closes, it returns to the claim that had it or was selected. */
export function useCaughtFocus(): void {
  const view = useViewPart((parts) => parts.view);
  const selected = useViewPart((parts) => parts.selected);
  const isGuided = useViewPart((parts) => parts.guided !== null);
  const tool = useViewPart(
    ({ facilitating, analysing, listing, reading }) =>
      `${facilitating} ${analysing} ${listing} ${reading !== null}`,
  );
  const chosen = selected?.id ?? null;
  const shown = `${view} ${chosen ?? ''} ${tool} ${isGuided}`;
  const before = useRef(shown);
  useEffect(followFocus, []);
  useEffect(() => {
    if (chosen !== null) holdItem(chosen);
  }, [chosen]);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    catchFocus();
  }, [shown]);
}
