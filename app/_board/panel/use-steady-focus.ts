'use client';

import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focused element of a scroll container at its place on the screen when something above it appears, vanishes or grows: others
 * vote and write meanwhile. Browsers anchor to what is at the top instead.
 * @param key changes when the container shows something else, and starts again
 */
export function useSteadyFocus(box: RefObject<HTMLElement | null>, key: string | undefined): void {
  useEffect(() => {
    const scroller = box.current;
    if (!scroller || key === undefined) return;
    let held: { readonly element: Element; readonly top: number } | null = null;
    const topOf = (element: Element) =>
      element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const note = () => {
      const element = document.activeElement;
      const isInside = element !== null && element !== scroller && scroller.contains(element);
      held = isInside ? { element, top: topOf(element) } : null;
    };
    const resized = new ResizeObserver(() => {
      if (held && held.element === document.activeElement)
        scroller.scrollTop += topOf(held.element) - held.top;
      note();
    });
    for (const child of scroller.children) resized.observe(child);
    scroller.addEventListener('scroll', note, { passive: true });
    scroller.addEventListener('focusin', note);
    scroller.addEventListener('focusout', note);
    return () => {
      resized.disconnect();
      scroller.removeEventListener('scroll', note);
      scroller.removeEventListener('focusin', note);
      scroller.removeEventListener('focusout', note);
    };
  }, [box, key]);
}
