'use client';

import { createContext, startTransition, useContext } from 'react';

type Listener = (near: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** Lines that come near together, at most: each thing that is watched costs the browser something in every frame. */
const BLOCK = 48;

/** Is a branch short enough to come near as one, a block? Those in it are not watched by themselves. */
export function isShort({ below }: { readonly below: number }): boolean {
  return below < BLOCK;
}

const BlockNear = createContext(true);

/** Tells the lines of a block whether it is near. */
export const BlockNearProvider = BlockNear.Provider;

/** Is the block near that a line is part of? */
export function useBlockNear(): boolean {
  return useContext(BlockNear);
}

/** Hears whether an element is in view, or nearly, until the answer is called. One observer watches all of a page. */
export function watchNear(element: Element, listener: Listener): (() => void) | undefined {
  const scroller = element.closest('main');
  if (!scroller) return;
  const observer = observerOf(scroller);
  listeners.set(element, listener);
  observer.observe(element);
  return () => observer.unobserve(element);
}

function observerOf(scroller: Element): IntersectionObserver {
  const known = observers.get(scroller);
  if (known) return known;
  const notify = (entries: readonly IntersectionObserverEntry[]) => {
    // Hundreds may come near at once: what is still far away is not to hold up what one does.
    startTransition(() => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    });
  };
  const made = new IntersectionObserver(notify, { root: scroller, rootMargin: '150% 0px' });
  observers.set(scroller, made);
  return made;
}
