'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useBoardStore } from '../store/board-context.tsx';
import { followOpinions, type KnownOpinions } from './follow-opinions.ts';

const OpinionsContext = createContext<KnownOpinions>(null);
const DebateIdContext = createContext('');

interface OpinionsProviderProps {
  readonly debateId: string;
  /** Whether it is for the whole room, and nobody's place is one's own. */
  readonly isStage?: boolean;
  readonly children: ReactNode;
}

/** Keeps what is below it told of how people's votes lie to each other. */
export function OpinionsProvider({ debateId, isStage = false, children }: OpinionsProviderProps) {
  const store = useBoardStore();
  const [known, setKnown] = useState<KnownOpinions>(null);
  useEffect(() => {
    const address = `/api/debates/${encodeURIComponent(debateId)}/opinions${isStage ? '?as=stage' : ''}`;
    return followOpinions(store, address, setKnown);
  }, [store, debateId, isStage]);
  return (
    <DebateIdContext value={debateId}>
      <OpinionsContext value={known}>{children}</OpinionsContext>
    </DebateIdContext>
  );
}

/** What is known of how people's votes lie to each other. */
export function useOpinions(): KnownOpinions {
  return useContext(OpinionsContext);
}

/** The debate that is looked at, for the ways to it. */
export function useDebateId(): string {
  return useContext(DebateIdContext);
}
