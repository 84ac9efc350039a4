'use client';

import { type RefObject, useEffect, useState } from 'react';

type Listener = (near: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** Is an element in view, or nearly? One observer watches all of a page. Where not `watching`, all are. */
export function useNear(element: RefObject<Element | null>, watching: boolean): boolean {
  const [near, setNear] = useState(!watching);
  useEffect(() => {
    if (!watching) return setNear(true);
    const watched = element.current;
    const scroller = watched?.closest('main');
    if (!watched || !scroller) return;
    const observer = observerOf(scroller);
    listeners.set(watched, setNear);
    observer.observe(watched);
    return () => observer.unobserve(watched);
  }, [element, watching]);
  return near;
}

function observerOf(scroller: Element): IntersectionObserver {
  const known = observers.get(scroller);
  if (known) return known;
  const tell = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
  };
  const made = new IntersectionObserver(tell, { root: scroller, rootMargin: '150% 0px' });
  observers.set(scroller, made);
  return made;
}
