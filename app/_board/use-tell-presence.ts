'use client';

import { useEffect } from 'react';
import { useBoardStore } from './store/board-context.tsx';
import { useView, type Writing } from './view-state.tsx';

/** Tells the others where one is and whether one writes. */
export function useTellPresence(): void {
  const store = useBoardStore();
  const { selected, writing } = useView();
  const at = idWritten(writing) ?? selected?.id ?? null;
  const writes = writing !== null;
  useEffect(() => store.tellPresence({ at, writing: writes }), [store, at, writes]);
}

function idWritten(writing: Writing | null): string | undefined {
  return writing?.kind === 'wording' ? writing.claimId : writing?.target.id;
}
