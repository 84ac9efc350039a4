'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { useClaimKeys } from '../claim/use-claim-keys.ts';
import type { Folds } from './folds.ts';
import { itemAt, targetOfItem } from './outline-item.ts';
import { walk } from './walk-outline.ts';

/** Everything the keyboard does in the outline: walking, folding, and what acts on the focused line. */
export function useOutlineKeys(
  root: RefObject<HTMLElement | null>,
  folds: Folds,
): (event: KeyboardEvent) => void {
  const actOnKey = useClaimKeys();
  return (event) => {
    const item = itemAt(event.target);
    if (item === null || event.target !== item || !root.current) return;
    if (walk(event, root.current, item, folds)) return event.preventDefault();
    const target = targetOfItem(item);
    if (target) actOnKey(event, target);
  };
}
