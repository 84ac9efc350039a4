'use client';

import { useEffect, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { guidedPhaseOf } from '#domain/debate/agenda/guided-phase.ts';
import { useIsModerator, useMay } from '../../core/claims/use-claim.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardStore } from '../../core/store/board-store.ts';
import { isTyping } from '../../core/view/own-moves.ts';
import { useReadView, useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';

/** By board, the running phase for which guided voting has opened: closing it is up to the viewer. */
const openedFor = new WeakMap<BoardStore, string>();

/** By debate, the phase in which guided voting was left in this tab: a reload doesn't open it again. */
const leftIn = (debateId: string) => `parley:guided-left:${debateId}`;

/**
 * While a phase asks for guided voting: opens it once for everyone who may vote, and offers it to people who closed it, are writing, or
 * moderate.
 */
export function GuidedInvitation({ className }: { className?: string }) {
  const t = useMessages('guided');
  const store = useBoardStore();
  // Only a phase that the server has started counts.
  const phaseId = useBoard(({ replica }) => guidedPhaseOf(replica.confirmed));
  const mayVote = useMay('vote.cast');
  const isModerator = useIsModerator();
  const isOpen = useViewPart((parts) => parts.guided !== null);
  const readView = useReadView();
  const { guide } = useViewActs();
  useEffect(() => {
    if (phaseId === null) {
      openedFor.delete(store);
      keepLeft(store, null);
      return;
    }
    if (!mayVote || isModerator || openedFor.get(store) === phaseId || hasLeft(store, phaseId)) return;
    openedFor.set(store, phaseId);
    const isBusy = readView().writing !== null || isTyping(document.activeElement);
    if (!isBusy) guide({ branch: null });
  }, [store, phaseId, mayVote, isModerator, readView, guide]);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (phaseId !== null && wasOpen.current && !isOpen) keepLeft(store, phaseId);
    wasOpen.current = isOpen;
  }, [store, phaseId, isOpen]);
  if (phaseId === null || !mayVote || isOpen) return null;
  return (
    <Button look="primary" size="small" className={className} onClick={() => guide({ branch: null })}>
      {t('voteNow')}
    </Button>
  );
}

function hasLeft(store: BoardStore, phaseId: string): boolean {
  try {
    return sessionStorage.getItem(leftIn(store.state().debateId)) === phaseId;
  } catch {
    return false;
  }
}

function keepLeft(store: BoardStore, phaseId: string | null): void {
  const key = leftIn(store.state().debateId);
  try {
    if (phaseId === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, phaseId);
  } catch {
    // Storage is blocked: a reload opens guided voting again.
  }
}
