'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useBoard } from '../core/store/board-context.tsx';
import type { Connection } from '../core/store/board-state.ts';

/** Milliseconds without a connection after which the page counts as offline. */
const OFFLINE_AFTER = 5_000;
/** Milliseconds after which an unacknowledged change is shown as unsaved. */
const UNSAVED_AFTER = 2_000;

/** State of the connection, as shown to the viewer. */
export type ConnectionStanding =
  | { readonly kind: 'connecting' | 'live' | 'refused' }
  | { readonly kind: 'reconnecting' | 'offline'; readonly unsent: number }
  | { readonly kind: 'unsaved'; readonly count: number };

export function useConnectionStanding(): ConnectionStanding {
  const connection = useBoard((state) => state.connection);
  const pending = useBoard(({ replica }) => replica.pending.length);
  const oldest = useBoard(
    ({ replica }) => replica.pending.find(({ confirmedBy }) => confirmedBy === null)?.clientSeq ?? null,
  );
  const away = usePassed(awaySince(connection), OFFLINE_AFTER);
  const unsaved = usePassed(connection.kind === 'live' ? oldest : null, UNSAVED_AFTER);
  const offline = useOffline() || away;
  if (connection.kind === 'connecting' && offline) return { kind: 'offline', unsent: pending };
  if (connection.kind === 'reconnecting')
    return { kind: offline ? 'offline' : 'reconnecting', unsent: pending };
  if (connection.kind === 'live' && unsaved && pending > 0) return { kind: 'unsaved', count: pending };
  return { kind: connection.kind };
}

/** True while the page gets no changes: the connection was lost, or the first one has not come for a while. */
export function useIsCutOff(): boolean {
  const { kind } = useConnectionStanding();
  return kind === 'reconnecting' || kind === 'offline';
}

/** True if the browser reports that it has no network. */
function useOffline(): boolean {
  return useSyncExternalStore(
    followNetwork,
    () => !navigator.onLine,
    () => false,
  );
}

function followNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Returns since when there has been no connection; a page that never had one counts from its start. */
function awaySince(connection: Connection): number | null {
  if (connection.kind === 'reconnecting') return connection.since;
  return connection.kind === 'connecting' ? 0 : null;
}

/** True if something has lasted for a time. `what` identifies it; `null`: there is nothing to wait for. */
function usePassed(what: number | null, after: number): boolean {
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (what === null) return;
    const timer = window.setTimeout(() => setPassed(what), after);
    return () => window.clearTimeout(timer);
  }, [what, after]);
  return what !== null && passed === what;
}
