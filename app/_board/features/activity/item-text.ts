import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { contributionIn } from '#domain/debate/visibility/hidden-content.ts';
import { targetOf } from '../../core/claims/use-target.ts';

/** Returns the text of what an item was about; `null` if it doesn't exist for this viewer. */
export function itemText(view: DebateState, id: string): string | null {
  const { claims, positions, sources, links, polls } = view;
  const poll = polls.get(id);
  // A poll on the motion has no question of its own.
  if (poll) return poll.question || (view.head?.motion ?? null);
  const link = links.get(id);
  if (link) return claims.get(link.from)?.text ?? null;
  return contributionIn(view, id)?.text ?? positions.get(id)?.name ?? sources.get(id)?.title ?? null;
}

/** Returns where to go for it: itself, or what it is attached to. */
export function whereOf(view: DebateState, id: string): Target | null {
  const comment = view.comments.get(id);
  return comment ? comment.on : targetOf(view, id);
}
