import type { BoardState } from './board-state.ts';

/** True if this tab has unsent or rejected changes, or drafts of editors, that the browser doesn't keep: they are lost with the tab. */
export function isAtRisk({ isPersisted, replica, refused, drafts }: BoardState): boolean {
  return !isPersisted && replica.pending.length + refused.length + drafts.size > 0;
}
