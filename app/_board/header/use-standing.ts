'use client';

import { useEffect, useState } from 'react';
import { useBoard } from '../store/board-context.tsx';

/** Milliseconds without a connection after which one counts as offline. */
const OFFLINE_AFTER = 5_000;
/** Milliseconds after which a change without an answer is said to be unsaved. */
const UNSAVED_AFTER = 2_000;

/** How this page stands with the server, as a person is told. */
export type Standing =
  | { readonly kind: 'connecting' | 'live' | 'refused' }
  | { readonly kind: 'reconnecting' | 'offline'; readonly unsent: number }
  | { readonly kind: 'unsaved'; readonly count: number };

export function useStanding(): Standing {
  const connection = useBoard((state) => state.connection);
  const pending = useBoard(({ replica }) => replica.pending.length);
  const oldest = useBoard(
    ({ replica }) => replica.pending.find(({ confirmedBy }) => confirmedBy === null)?.clientSeq ?? null,
  );
  const away = usePassed(connection.kind === 'reconnecting' ? connection.since : null, OFFLINE_AFTER);
  const unsaved = usePassed(connection.kind === 'live' ? oldest : null, UNSAVED_AFTER);
  if (connection.kind === 'reconnecting') {
    return { kind: away || !navigator.onLine ? 'offline' : 'reconnecting', unsent: pending };
  }
  if (connection.kind === 'live' && unsaved && pending > 0) return { kind: 'unsaved', count: pending };
  return { kind: connection.kind };
}

/** Has something lasted for a time? `what` names it; null: there is nothing to wait for. */
function usePassed(what: number | null, after: number): boolean {
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (what === null) return;
    const timer = window.setTimeout(() => setPassed(what), after);
    return () => window.clearTimeout(timer);
  }, [what, after]);
  return what !== null && passed === what;
}
