import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isShown, parentLinkOf } from '#domain/debate/map/tree.ts';

/** Returns the operation that moves a claim one place up or down among its siblings; `null` at either end. */
export function reorder(view: DebateState, claimId: string, by: -1 | 1): OperationOf<'claim.move'> | null {
  const link = parentLinkOf(view, claimId);
  if (!link) return null;
  const { target, relation } = link;
  const siblings = (view.childLinks.get(target.id) ?? []).filter((id) => {
    const claim = view.claims.get(view.links.get(id)?.from ?? '');
    return claim !== undefined && isShown(view, claim);
  });
  const index = siblings.indexOf(link.id);
  if (index === -1 || siblings[index + by] === undefined) return null;
  const after = by === 1 ? siblings[index + 1] : (siblings[index - 2] ?? null);
  return { type: 'claim.move', claimId, target, relation, after };
}
