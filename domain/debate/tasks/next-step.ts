import { claimsBy } from '../contributions/contributions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { childrenOf } from '../map/tree.ts';
import { guidedOrder } from '../votes/guided-order.ts';

/** A claim for a person to answer: one by someone else without an answer of theirs, of those with the fewest replies; null: there is none. */
export function claimToAnswer(view: DebateState, person: string): string | null {
  return fewestOf(view, person, (id) => childrenOf(view, { kind: 'claim', id }));
}

/** A claim for a person to comment on, chosen in the same way; null: there is none. */
export function claimToComment(view: DebateState, person: string): string | null {
  return fewestOf(view, person, (id) =>
    (view.commentsOn.get(id) ?? []).flatMap((commentId) => view.comments.get(commentId) ?? []),
  );
}

/** A person's own claim without a source, the newest; null: there is none. */
export function claimToSource(view: DebateState, person: string): string | null {
  const own = [...claimsBy(view, person).keys()].flatMap((id) => view.claims.get(id) ?? []);
  const open = own.filter(
    ({ id, retracted, sources }: Claim) => !retracted && sources.length === 0 && !view.merges.has(id),
  );
  return open.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

/** The first of the claims with the fewest of these, none of them by the person. Each person has an order of their own. */
function fewestOf(
  view: DebateState,
  person: string,
  repliesTo: (claimId: string) => readonly { readonly author: string }[],
): string | null {
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const id of guidedOrder(view, { participantId: person, seed: person, branch: null })) {
    const replies = repliesTo(id);
    if (replies.length >= fewest || replies.some(({ author }) => author === person)) continue;
    [best, fewest] = [id, replies.length];
  }
  return best;
}
