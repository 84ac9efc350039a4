import { useSyncExternalStore } from 'react';
import { Listeners } from '#app/_ui/listeners.ts';

/** Storage key: the viewer has turned off the shortcuts that are a single letter, digit or sign. */
const OFF = 'parley:letter-keys-off';
let isOn: boolean | null = null;
const listeners = new Listeners();

/**
 * Returns `true` unless the viewer has turned off the shortcuts that are a single letter, digit or sign. Speech input presses such keys
 * when it misunderstands a word, and one of them votes (WCAG 2.1.4).
 */
function hasLetterKeys(): boolean {
  isOn ??= readKept();
  return isOn;
}

/** Turns them on or off in this browser. */
export function setLetterKeys(on: boolean): void {
  isOn = on;
  try {
    if (on) window.localStorage.removeItem(OFF);
    else window.localStorage.setItem(OFF, '1');
  } catch {
    // Storage is blocked: it applies to this page.
  }
  listeners.notify();
}

export function useLetterKeys(): boolean {
  return useSyncExternalStore(listeners.subscribe, hasLetterKeys, () => true);
}

/** Returns `true` if a pressed key is a single letter, digit or sign while these are turned off. Space, as on a button, is not meant. */
export function isTurnedOff(key: string): boolean {
  return key.length === 1 && key !== ' ' && !hasLetterKeys();
}

function readKept(): boolean {
  try {
    return window.localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}
