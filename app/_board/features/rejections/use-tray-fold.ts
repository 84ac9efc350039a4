'use client';

import { useCallback, useState } from 'react';

/** Media query for widths at which the open tray is a separate column; below, it covers part of the board. */
const BESIDE = '(min-width: 1200px)';

/**
 * Manages whether the tray is open. It appears as one line, so that nothing on the board moves or is covered unasked; if it would cover
 * what the viewer goes to, `makeWay` folds it and returns true.
 */
export function useTrayFold(): { isOpen: boolean; toggle(): void; makeWay(): boolean } {
  const [isOpen, setOpen] = useState(false);
  const makeWay = useCallback(() => {
    const isOver = !window.matchMedia(BESIDE).matches;
    if (isOver) setOpen(false);
    return isOver;
  }, []);
  return { isOpen, toggle: () => setOpen(!isOpen), makeWay };
}
