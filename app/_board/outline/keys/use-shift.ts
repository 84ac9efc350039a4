'use client';

import { catchFocus, followItem } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { moveIn, moveOut } from '#domain/outline/shift.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { reorder } from '../../features/claims/reorder.ts';
import { useAnnouncePlace } from '../../features/claims/use-announce-place.ts';
import type { OutlineFolds } from '../folds/outline-folds.ts';
import { revealLine } from '../folds/reveal-line.ts';

/** Direction of moving a line by one step: among its siblings, out of its parent, into the one before it. */
export type Shift = 'up' | 'down' | 'out' | 'in';

/** Moves a claim by one step and announces its new place, or why it can't move. */
export function useShift(folds: OutlineFolds): (claimId: string, shift: Shift) => void {
  const t = useMessages('outline');
  const store = useBoardStore();
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const announcePlace = useAnnouncePlace();
  return (claimId, shift) => {
    const operation = operationFor(store.state().replica.view, claimId, shift);
    if (operation === null) return announce(t('noPlace', { shift }));
    if (shift === 'in') folds.unfold([operation.target.id]);
    submit([operation], (refusal) => {
      if (refusal) return announce(sentence(refusal));
      revealLine(folds, store.state().replica.view, claimId);
      announcePlace(claimId);
      // If the line itself stayed and its neighbour moved, the focus was not lost: nothing else may move it.
      catchFocus();
      followItem();
    });
  };
}

function operationFor(view: DebateState, claimId: string, shift: Shift) {
  if (shift === 'out') return moveOut(view, claimId);
  if (shift === 'in') return moveIn(view, claimId);
  return reorder(view, claimId, shift === 'up' ? -1 : 1);
}
