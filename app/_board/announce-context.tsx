'use client';

import { createContext, useContext } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => {});

export const AnnounceProvider = AnnounceContext.Provider;

/** Says a sentence for a moment, on screen and to those who listen, without taking the focus. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}
