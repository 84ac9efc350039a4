'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { UnreadItem } from '#domain/unread/unread-items.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { markRead } from '../../core/unread/persist-read-marks.ts';

/** Marks the places of items as seen, or the whole debate if `null`. */
export type Mark = (items: readonly UnreadItem[] | null, pressed: HTMLElement) => void;

/**
 * Returns a function that marks items as seen. Marks belong to places: if items of `news` that aren't `shown` are marked with them, their
 * number is announced. The pressed button goes with its lines: the focus moves to the same button of the next line that stays, or to the
 * pane's status.
 */
export function useMark(news: readonly UnreadItem[], shown: readonly UnreadItem[]): Mark {
  const t = useMessages('unread');
  const store = useBoardStore();
  const announce = useAnnounce();
  return (items, pressed) => {
    const places = items && placesOf(items);
    focusNext(pressed, places);
    markRead(store, places && [...places]);
    const others = news.filter((item) => places?.has(item.place.id) && !shown.includes(item)).length;
    if (others > 0) announce(t('readOthers', { count: others }));
  };
}

/** Returns the ids of the places at which items are. */
export function placesOf(items: readonly UnreadItem[]): ReadonlySet<string> {
  return new Set(items.map(({ place }) => place.id));
}

function focusNext(pressed: HTMLElement, places: ReadonlySet<string> | null): void {
  const pane = pressed.closest('aside');
  const next = [...(pane?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])].find(
    (button) =>
      isAfter(button, pressed) && !isFolded(button) && places?.has(button.dataset.mark ?? '') === false,
  );
  (next ?? pane?.querySelector<HTMLElement>('[role="status"]'))?.focus();
}

/** True inside a part that is folded, where nothing takes the focus. */
function isFolded(button: HTMLElement): boolean {
  return button.closest('details:not([open])') !== null;
}

function isAfter(button: HTMLElement, other: HTMLElement): boolean {
  return (other.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
