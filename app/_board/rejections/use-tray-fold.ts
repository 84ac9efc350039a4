'use client';

import { useCallback, useState } from 'react';

/** From this width on the open tray is a column of its own; below, it lies over the board. */
const BESIDE = '(min-width: 1200px)';

/**
 * Whether the tray is open. It comes as one line, so that nothing on the board moves or is covered before one asks; where it
 * would lie over what one goes to, it makes way, and answers that it does.
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
