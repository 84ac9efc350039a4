'use client';

import { createContext, startTransition, useContext } from 'react';

type Listener = (near: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** Maximum number of lines in a block: each watched element costs the browser time in every frame. */
const BLOCK = 48;

/** True if a branch is short enough to be watched as one block. Its lines are not watched separately. */
export function isShort({ below }: { readonly below: number }): boolean {
  return below < BLOCK;
}

const BlockNear = createContext(true);

/** Provides to the lines of a block whether it is near. */
export const BlockNearProvider = BlockNear.Provider;

/** Returns whether the line's block is near. */
export function useBlockNear(): boolean {
  return useContext(BlockNear);
}

/**
 * Calls `listener` when an element enters or leaves the view or its surroundings, until the returned function is called. One observer
 * watches all elements of a page.
 */
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
    // Hundreds may come near at once: what is still far away must not delay what the viewer does.
    startTransition(() => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    });
  };
  const made = new IntersectionObserver(notify, { root: scroller, rootMargin: '150% 0px' });
  observers.set(scroller, made);
  return made;
}
