'use client';

import { useEffect } from 'react';

/** Pixels that the pointer may move between press and release: further away, the viewer no longer means the control. */
const STAYS_WITHIN = 10;

/**
 * Lets a press act on the control it began on, also if what others write moves that control away before the pointer is lifted. The
 * browser then reports a click on an element that contains both places, and the control would miss it.
 */
export function useStrayClicks(): void {
  useEffect(() => {
    const over = new AbortController();
    const listening = { capture: true, signal: over.signal };
    let press: { readonly control: HTMLElement; readonly x: number; readonly y: number } | null = null;
    const onPointerDown = ({ target, button, isPrimary, clientX, clientY }: PointerEvent) => {
      const control =
        target instanceof Element ? target.closest<HTMLElement>('button, a[href], summary') : null;
      press = control && isPrimary && button === 0 ? { control, x: clientX, y: clientY } : null;
    };
    const onClick = (event: MouseEvent) => {
      const pressed = press;
      press = null;
      // A click by a key or a script has no detail.
      if (pressed === null || event.detail === 0 || !(event.target instanceof Element)) return;
      const { control, x, y } = pressed;
      if (event.target === control || !event.target.contains(control)) return;
      if (Math.hypot(event.clientX - x, event.clientY - y) > STAYS_WITHIN) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      control.click();
    };
    window.addEventListener('pointerdown', onPointerDown, listening);
    window.addEventListener('click', onClick, listening);
    return () => over.abort();
  }, []);
}
