import { useSyncExternalStore } from 'react';
import type { NoteChoice } from '../../../../domain/notifications/note.ts';

/** The viewer's notification settings in debates, as far as this page knows them. */
const known = new Map<string, NoteChoice>();
const listeners = new Set<() => void>();

/** Takes settings from the server. */
export function learnChoice(debateId: string, choice: NoteChoice): void {
  known.set(debateId, choice);
  for (const listener of listeners) listener();
}

/** True if the viewer has muted this item's branch. */
export function hasMuted(debateId: string, id: string): boolean {
  return known.get(debateId)?.muted.includes(id) ?? false;
}

/** Returns the viewer's notification settings in a debate; undefined until they are known. */
export function useChoice(debateId: string): NoteChoice | undefined {
  return useSyncExternalStore(
    subscribe,
    () => known.get(debateId),
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
