'use client';

import { createContext, useContext } from 'react';

/** Shows a sentence for a moment; with `act`, beside a button for it, which says `label`, or “Undo”. */
export type Announce = (sentence: string, act?: () => void, label?: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

export const AnnounceProvider = AnnounceContext.Provider;

/** Returns a function that shows a sentence for a moment, also to screen readers, without taking the focus. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
