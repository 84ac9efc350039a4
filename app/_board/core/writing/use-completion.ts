'use client';

import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { isComposing } from '#app/_ui/is-composing.ts';
import { useReadTarget } from '../claims/use-target.ts';
import { useBoard } from '../store/board-context.tsx';
import { type Naming, namingAt, type Proposal, proposalsFor } from './completion.ts';

/** A field in which people and claims can be named, with its suggestions. */
export interface Completion {
  readonly proposals: readonly Proposal[];
  /** Index of the suggestion that Enter takes. */
  readonly at: number;
  readonly listId: string;
  readonly optionId: (at: number) => string;
  /** Reports the caret's place after a key or a tap. */
  readonly moved: (text: string, caret: number) => void;
  /** Handles the keys of the open list. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly take: (proposal: Proposal) => void;
}

const NONE: readonly Proposal[] = [];

/**
 * Completes what is being named at the caret. `insert` replaces the typed part with a suggestion; `signs`: those of people, claims or both.
 */
export function useCompletion(
  insert: (proposal: Proposal, naming: Naming) => void,
  signs: '#' | '@#' = '@#',
): Completion {
  const listId = useId();
  const [naming, setNaming] = useState<Naming | null>(null);
  const [at, setAt] = useState(0);
  // Place where the list was closed with Escape, until something else is being named.
  const [closed, setClosed] = useState<number | null>(null);
  const view = useBoard(({ replica }) => replica.view);
  const people = useBoard((state) => state.people);
  const readTarget = useReadTarget();
  const asked = useDeferredValue(naming);
  const proposals = useMemo(
    () => (asked === null || asked.from === closed ? NONE : proposalsFor(asked, view, people, readTarget)),
    [asked, closed, view, people, readTarget],
  );
  const chosen = Math.min(at, proposals.length - 1);

  const moved = (text: string, caret: number) => {
    const next = namingAt(text, caret);
    if (next?.from !== naming?.from) {
      setClosed(null);
      setAt(0);
    }
    setNaming(next && signs.includes(next.sign) ? next : null);
  };
  const take = (proposal: Proposal) => {
    if (naming) insert(proposal, naming);
    setNaming(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (proposals.length === 0 || isComposing(event.nativeEvent)) return;
    const proposal = proposals[chosen];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const isSending = event.ctrlKey || event.metaKey;
    if (step !== 0) setAt((chosen + step + proposals.length) % proposals.length);
    else if ((event.key === 'Enter' && !isSending) || event.key === 'Tab') proposal && take(proposal);
    else if (event.key === 'Escape') setClosed(naming?.from ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { proposals, at: chosen, listId, optionId: (index) => `${listId}-${index}`, moved, onKeyDown, take };
}
