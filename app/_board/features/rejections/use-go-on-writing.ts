'use client';

import { useEffect, useRef } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { leftComposer, type OpenComposer } from '../../core/commands/open-composer.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { claimDrafts } from '../../core/store/form-drafts.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { placeOfText } from '../../core/writing/place-of-text.ts';

/** Reopens what the viewer was writing in on the page before: the editor, or the form of a new argument, with its text. */
export function useGoOnWriting(): void {
  const store = useBoardStore();
  const drafts = useBoard((state) => state.drafts);
  const writing = useViewPart((parts) => parts.writing);
  const selected = useViewPart((parts) => parts.selected);
  const { select, write, list } = useViewActs();
  const busy = useRef({ writing, selected });
  busy.current = { writing, selected };

  useEffect(() => {
    claimDrafts(store.state());
    const left = leftComposer(store.state());
    if (left && isThere(store.state().replica.view, left)) write({ kind: 'argument', ...left });
  }, [store, write]);

  useEffect(() => {
    const [left] = drafts.values();
    if (!left || busy.current.writing !== null) return;
    const place = placeOfText(store.state().replica.view, left.text);
    if (place && busy.current.selected === null) select(place);
    if (left.text.type === 'conclusion.edit') list('conclusion');
    if (left.text.type === 'claim.edit') write({ kind: 'wording', claimId: left.text.claimId });
  }, [store, drafts, select, write, list]);
}

function isThere({ positions, claims, links }: DebateState, { target: { id } }: OpenComposer): boolean {
  return positions.has(id) || claims.has(id) || links.has(id);
}
