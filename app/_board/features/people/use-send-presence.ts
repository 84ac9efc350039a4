'use client';

import { useEffect } from 'react';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import type { WritingTarget } from '../../core/view/view-state.tsx';
import { useTypingAt } from './use-typing-at.ts';

/** Sends the viewer's place and whether they are typing to the others. */
export function useSendPresence(): void {
  const store = useBoardStore();
  const selected = useViewPart((parts) => parts.selected);
  const writing = useViewPart((parts) => parts.writing);
  const typingAt = useTypingAt();
  const at = typingAt ?? idWritten(writing) ?? selected?.id ?? null;
  const isTyping = typingAt !== null;
  useEffect(() => store.presence.sendPresence({ at, writing: isTyping }), [store, at, isTyping]);
}

function idWritten(writing: WritingTarget | null): string | undefined {
  return writing?.kind === 'wording' ? writing.claimId : writing?.target.id;
}
