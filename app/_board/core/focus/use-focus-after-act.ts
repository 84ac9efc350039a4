'use client';

import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus to `to` after an act of the viewer that their pressed button does not survive, once `shown` has changed with it. Returns
 * the function to call with the act, always the same one. A change that comes from elsewhere, or a focus elsewhere, moves nothing.
 */
export function useFocusAfterAct(to: RefObject<HTMLElement | null>, shown: unknown): () => void {
  const pressed = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for the change.
  useLayoutEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    if (button === null || button.isConnected) return;
    if (document.activeElement === document.body) to.current?.focus({ preventScroll: true });
  }, [shown]);
  return useCallback(() => {
    pressed.current = document.activeElement;
  }, []);
}
