'use client';

import { useMemo } from 'react';
import type { Conclusion } from '#domain/debate/conclusion/conclusion.ts';
import { isWritten, type SignOff, shownConclusion, signOffs } from '#domain/debate/conclusion/signatures.ts';
import { hidesClaims } from '#domain/debate/phases/phases.ts';
import { useMay, usePositions } from '../../core/claims/use-claim.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the debate's conclusion; `null` if none was begun, or not again since the board was cleared. */
export function useConclusion(): Conclusion | null {
  const conclusion = useBoard(({ replica }) => replica.view.conclusion);
  return conclusion?.open || conclusion?.editedAt != null ? conclusion : null;
}

/** Returns the conclusion if there is something to read or to write in it. */
export function useShownConclusion(): Conclusion | null {
  return useBoard(({ replica }) => shownConclusion(replica.view));
}

/** True if the conclusion can be opened beside the debate: there is one, or the viewer can begin it. */
export function useHasConclusion(): boolean {
  const mayBegin = useMay('conclusion.setStatus');
  const conclusion = useConclusion();
  return mayBegin || conclusion !== null;
}

/** True if the viewer may write the conclusion now. Nobody may while new claims are hidden: everyone would read it at once. */
export function useMayWriteConclusion(): boolean {
  const mayWrite = useMay('conclusion.edit', null, '');
  const isOpen = useBoard(({ replica }) => replica.view.conclusion?.open === true);
  return mayWrite && isOpen;
}

/** Returns what the viewer can do with the conclusion, as the button that leads to it says. */
export function useConclusionDoing(): 'writeOrSign' | 'write' | 'readOrSign' | 'read' {
  const mayWrite = useMayWriteConclusion();
  const maySign = useMay('conclusion.sign');
  const isAnythingWritten = useIsConclusionWritten();
  if (mayWrite) return isAnythingWritten ? 'writeOrSign' : 'write';
  return maySign && isAnythingWritten ? 'readOrSign' : 'read';
}

/** True if the conclusion has words: nothing is signed before. */
function useIsConclusionWritten(): boolean {
  return useBoard(({ replica }) => isWritten(replica.view.conclusion));
}

/** Returns the sentence that says what people can do in the conclusion now, or why they can't. */
export function useConclusionHint() {
  const conclusion = useConclusion();
  const mayWrite = useMayWriteConclusion();
  const isDebateOpen = useIsDebateOpen();
  const isHidden = useBoard(({ replica }) => hidesClaims(replica.view));
  const isAnythingWritten = useIsConclusionWritten();
  if (!isDebateOpen) return 'hintOver';
  if (conclusion === null) return 'hintBefore';
  if (!conclusion.open) return isAnythingWritten ? 'hintClosed' : 'hintClosedEmpty';
  if (mayWrite) return 'hintOpen';
  if (!isHidden) return 'hintOthers';
  return isAnythingWritten ? 'hintHidden' : 'hintHiddenEmpty';
}

/** Returns how each position has signed off the conclusion, in the order of the positions. */
export function useSignOffs(): readonly SignOff[] {
  const positions = usePositions();
  const conclusion = useConclusion();
  const signatures = useBoard(({ replica }) => replica.view.signatures);
  return useMemo(() => signOffs({ conclusion, signatures }, positions), [conclusion, signatures, positions]);
}
