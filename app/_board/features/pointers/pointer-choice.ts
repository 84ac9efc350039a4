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
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' ? { ...AT_FIRST, ...kept } : AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}
