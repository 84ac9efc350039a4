import { useSyncExternalStore } from 'react';

let asked: string | null = null;
const listeners = new Set<() => void>();

/** Asks for a comment: a list that shows only its newest ones shows this one too. */
export function askForComment(commentId: string): void {
  asked = commentId;
  for (const listener of listeners) listener();
}

/** Returns the comment that was asked for last; `null`: none was. */
export function useAskedComment(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
