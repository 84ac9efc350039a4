import type { Target } from '#domain/debate/map/link.ts';
import { placesInOrder, unreadItems } from '#domain/unread/unread-items.ts';
import { mutedIn } from '../../core/notifications/known-choices.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** Returns the next place in reading order with something unread, around at the end; `null`: there is none. */
export function nextUnseen(board: BoardStore, from: string | null): Target | null {
  const { debateId, replica, seen } = board.state();
  const { view, participantId } = replica;
  if (seen === null) return null;
  const news = unreadItems(view, participantId, { seen }, mutedIn(debateId)).filter(({ muted }) => !muted);
  const places = placesInOrder(view, news, from);
  return places[0] ?? null;
}
