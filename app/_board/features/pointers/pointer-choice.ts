import { useSyncExternalStore } from 'react';
import { Listeners } from '#app/_ui/listeners.ts';

/** The viewer's choice to share their pointer and view, and to see other people's pointers. Kept in the browser. */
export interface PointerChoice {
  readonly share: boolean;
  readonly see: boolean;
}

const KEY = 'parley:pointers';
const AT_FIRST: PointerChoice = { share: true, see: true };
let chosen: PointerChoice | null = null;
const listeners = new Listeners();

export function pointerChoice(): PointerChoice {
  chosen ??= readKept();
  return chosen;
}

export function choosePointers(change: Partial<PointerChoice>): void {
  chosen = { ...pointerChoice(), ...change };
  try {
    window.localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Storage is blocked: it applies to this page.
  }
  listeners.notify();
}

/** Calls a listener when the choice changes. Returns an unsubscribe function. */
export const onPointerChoice = listeners.subscribe;

export function usePointerChoice(): PointerChoice {
  return useSyncExternalStore(onPointerChoice, pointerChoice, () => AT_FIRST);
}

function readKept(): PointerChoice {
  try {
    return toPointerChoice(window.localStorage.getItem(KEY));
  } catch {
    return AT_FIRST;
  }
}

/** The choice in a stored text; what is missing is as at first. Throws if it is no JSON. */
export function toPointerChoice(stored: string | null): PointerChoice {
  const kept: unknown = JSON.parse(stored ?? '{}');
  if (typeof kept !== 'object' || kept === null) return AT_FIRST;
  // Earlier releases had another name for it; a choice not to share still holds.
  const { tell: share = AT_FIRST.share, ...rest } = kept as Partial<PointerChoice> & { tell?: boolean };
  return { ...AT_FIRST, share, ...rest };
}
