'use client';

import { useEffect } from 'react';
import { useBoardStore } from '../store/board-context.tsx';
import { useTyping } from '../use-typing.ts';
import { useViewPart } from '../view-provider.tsx';
import type { Writing } from '../view-state.tsx';

/** Sends the viewer's place and whether they are typing to the others. */
export function useSendPresence(): void {
  const store = useBoardStore();
  const selected = useViewPart((parts) => parts.selected);
  const writing = useViewPart((parts) => parts.writing);
  const typing = useTyping();
  const at = idWritten(writing) ?? selected?.id ?? null;
  useEffect(() => store.company.sendPresence({ at, writing: typing }), [store, at, typing]);
}

function idWritten(writing: Writing | null): string | undefined {
  return writing?.kind === 'wording' ? writing.claimId : writing?.target.id;
}
