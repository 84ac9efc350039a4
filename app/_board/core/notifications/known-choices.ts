import { useSyncExternalStore } from 'react';
import { Listeners } from '#app/_ui/listeners.ts';
import type { NotificationChoice } from '#domain/notifications/notification.ts';

/** The viewer's notification settings in debates, as far as this page knows them. */
const known = new Map<string, NotificationChoice>();
const listeners = new Listeners();

/** Takes settings from the server. */
export function learnChoice(debateId: string, choice: NotificationChoice): void {
  known.set(debateId, choice);
  listeners.notify();
}

/** Returns the positions and claims whose branches the viewer has muted, as far as this page knows. */
export function mutedIn(debateId: string): readonly string[] {
  return known.get(debateId)?.muted ?? NONE;
}

const NONE: readonly string[] = [];

/** True if the viewer has muted this item's branch. */
export function hasMuted(debateId: string, id: string): boolean {
  return mutedIn(debateId).includes(id);
}

/** Returns what `mutedIn` does, and the same list until it changes. */
export function useMuted(debateId: string): readonly string[] {
  return useSyncExternalStore(
    listeners.subscribe,
    () => mutedIn(debateId),
    () => NONE,
  );
}

/** Returns the viewer's notification settings in a debate; undefined until they are known. */
export function useChoice(debateId: string): NotificationChoice | undefined {
  return useSyncExternalStore(
    listeners.subscribe,
    () => known.get(debateId),
    () => undefined,
  );
}
