'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useBoardStore } from '#app/_board/core/store/board-context.tsx';
import { followOpinions, type KnownOpinions } from './follow-opinions.ts';

const OpinionsContext = createContext<KnownOpinions>(null);

interface OpinionsProviderProps {
  readonly debateId: string;
  /** True for the whole room's screen: no place is the viewer's own. */
  readonly isStage?: boolean;
  readonly children: ReactNode;
}

/** Provides the opinion groups, kept up to date, to everything below it. */
export function OpinionsProvider({ debateId, isStage = false, children }: OpinionsProviderProps) {
  const store = useBoardStore();
  const [known, setKnown] = useState<KnownOpinions>(null);
  useEffect(() => {
    const address = `/api/debates/${encodeURIComponent(debateId)}/opinions${isStage ? '?as=stage' : ''}`;
    return followOpinions(store, address, setKnown);
  }, [store, debateId, isStage]);
  return <OpinionsContext value={known}>{children}</OpinionsContext>;
}

/** Returns the opinion groups as known so far. */
export function useOpinions(): KnownOpinions {
  return useContext(OpinionsContext);
}
