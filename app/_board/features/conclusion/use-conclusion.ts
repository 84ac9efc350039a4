'use client';

import { useMemo } from 'react';
import type { Conclusion } from '#domain/debate/conclusion/conclusion.ts';
import { type SignOff, shownConclusion, signOffs } from '#domain/debate/conclusion/signatures.ts';
import { useMay, usePositions } from '../../core/claims/use-claim.ts';
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

/** Returns how each position has signed off the conclusion, in the order of the positions. */
export function useSignOffs(): readonly SignOff[] {
  const positions = usePositions();
  const conclusion = useConclusion();
  const signatures = useBoard(({ replica }) => replica.view.signatures);
  return useMemo(() => signOffs({ conclusion, signatures }, positions), [conclusion, signatures, positions]);
}
