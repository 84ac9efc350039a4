'use client';

import { createContext, useContext } from 'react';

/** Says a sentence for a moment; with `undo`, a button beside it takes back what was done. */
export type Announce = (sentence: string, undo?: () => void) => void;

const AnnounceContext = createContext<Announce>(() => {});

export const AnnounceProvider = AnnounceContext.Provider;

/** Says a sentence for a moment, on screen and to those who listen, without taking the focus. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
