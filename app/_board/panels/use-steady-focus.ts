'use client';

import { type RefObject, useEffect } from 'react';

/**
 * What has the focus in a scrolled box stays where it is on the screen, though something above it comes, goes or grows:
 * others vote and write meanwhile. Browsers hold on to what stands at the top instead.
 *
 * @param key says that the box shows something else, and begins anew
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
