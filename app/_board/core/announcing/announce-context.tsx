'use client';

import { createContext, useContext } from 'react';

/** Shows a sentence for a moment; with `undo`, next to a button that undoes what was done. */
export type Announce = (sentence: string, undo?: () => void) => void;

const AnnounceContext = createContext<Announce>(() => {});

export const AnnounceProvider = AnnounceContext.Provider;

/** Returns a function that shows a sentence for a moment, also to screen readers, without taking the focus. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
