import type { UnreadItem } from '#domain/unread/unread-items.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import { markRead } from '../../core/unread/persist-read-marks.ts';

/**
 * Marks the places of items as read, or the whole debate if `null`. The pressed button goes with their lines: the focus moves to the same
 * button of the next line that stays, or to the pane's status.
 */
export function markLines(
  store: BoardStore,
  items: readonly UnreadItem[] | null,
  pressed: HTMLElement,
): void {
  const places = items && new Set(items.map(({ place }) => place.id));
  const pane = pressed.closest('aside');
  const next = [...(pane?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])].find(
    (button) => isAfter(button, pressed) && places?.has(button.dataset.mark ?? '') === false,
  );
  (next ?? pane?.querySelector<HTMLElement>('[role="status"]'))?.focus();
  markRead(store, places && [...places]);
}

function isAfter(button: HTMLElement, other: HTMLElement): boolean {
  return (other.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
