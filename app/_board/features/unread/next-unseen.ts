import type { Target } from '#domain/debate/map/link.ts';
import { newCommentsAt } from '#domain/unread/unread-at-claim.ts';
import { placesInOrder, unreadItems } from '#domain/unread/unread-items.ts';
import { mutedIn } from '../../core/notifications/known-choices.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import type { ViewActs } from '../../core/view/view-state.tsx';

/** Returns the next place in reading order with something unread, around at the end; `null`: there is none. */
export function nextUnseen(board: BoardStore, from: string | null): Target | null {
  const { debateId, replica, seen } = board.state();
  const { view, participantId } = replica;
  if (seen === null) return null;
  const news = unreadItems(view, participantId, { seen }, mutedIn(debateId)).filter(({ muted }) => !muted);
  const places = placesInOrder(view, news, from);
  return places[0] ?? null;
}

/**
 * Selects the next place after `from` with something unread; returns `false` if there is none. One that is `open` already, behind a tool or
 * with its comments behind another tab, turns to the first new comment.
 */
export function selectNext(
  board: BoardStore,
  from: string | null,
  open: string | null,
  select: ViewActs['select'],
): boolean {
  const next = nextUnseen(board, from);
  const { replica, seen } = board.state();
  if (next === null || seen === null) return false;
  const { view, participantId } = replica;
  const [comment] = next.id === open ? newCommentsAt(view, next, { participantId, seen }) : [];
  select(next, comment);
  return true;
}
