import { useSyncExternalStore } from 'react';
import type { NoteChoice } from '../../../domain/notifications/note.ts';

/** What one hears of in debates, as far as this page has been told. */
const known = new Map<string, NoteChoice>();
const listeners = new Set<() => void>();

/** Takes what the server says. */
export function learnChoice(debateId: string, choice: NoteChoice): void {
  known.set(debateId, choice);
  for (const listener of listeners) listener();
}

/** Has one muted what stands under this? */
export function hasMuted(debateId: string, id: string): boolean {
  return known.get(debateId)?.muted.includes(id) ?? false;
}

/** What one hears of in a debate; undefined until that is known. */
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
