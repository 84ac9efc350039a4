'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { isTurnedOff } from '../../core/keys/letter-keys.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useClaimKeys } from '../../features/claims/use-claim-keys.ts';
import type { OutlineFolds } from '../folds/outline-folds.ts';
import { itemAt, targetOfItem } from './outline-item.ts';
import { type Shift, useShift } from './use-shift.ts';
import { visitOutline } from './walk-outline.ts';

/** Handles all keys in the outline: moving the focus, folding, moving lines, and actions on the focused line. */
export function useOutlineKeys(
  root: RefObject<HTMLElement | null>,
  folds: OutlineFolds,
): (event: KeyboardEvent) => void {
  const actOnKey = useClaimKeys();
  const move = useShift(folds);
  const { toggleChosen, selectFocused } = useViewActs();
  return (event) => {
    const item = itemAt(event.target);
    if (item === null || event.target !== item || !root.current) return;
    const target = targetOfItem(item);
    if (target === null) return;
    if (isTurnedOff(event.key)) return;
    const shift = shiftFor(event, root.current);
    if (shift !== null && target.kind === 'claim') {
      event.preventDefault();
      move(target.id, shift);
    } else if (event.key === 'x' && isPlain(event) && target.kind === 'claim') {
      event.preventDefault();
      toggleChosen(target.id);
    } else if (visitOutline(event, root.current, item, folds)) {
      event.preventDefault();
      const now = itemAt(document.activeElement);
      const reached = now && now !== item ? targetOfItem(now) : null;
      if (reached) selectFocused(reached);
    } else actOnKey(event, target);
  };
}

function isPlain({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey;
}

/** Alt with an arrow moves the line itself; the arrow that leads into arguments moves it in. */
function shiftFor({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, root: Element): Shift | null {
  if (!altKey || ctrlKey || metaKey) return null;
  const rightToLeft = getComputedStyle(root).direction === 'rtl';
  switch (key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return 'out';
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return 'in';
    default:
      return null;
  }
}
