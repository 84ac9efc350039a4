'use client';

import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import { namesOf } from '#domain/debate/map/merged.ts';
import { isShown } from '#domain/debate/map/tree.ts';
import { useBoard } from '../store/board-context.tsx';
import { targetOf } from './use-target.ts';

export interface DirectArgument {
  readonly claimId: string;
  readonly relation: Relation;
}

/** Returns the arguments directly below a claim, position or link, in order; those of claims merged into it come last. */
export function useArguments(targetId: string): readonly DirectArgument[] {
  return useBoard(({ replica }) => argumentsAt(replica.view, targetId), areEqual);
}

/** Found so far for a view, by place: several parts of the panel ask at each announcement, most of which leave the view as it is. */
const known = new WeakMap<DebateState, Map<string, readonly DirectArgument[]>>();

export function argumentsAt(view: DebateState, targetId: string): readonly DirectArgument[] {
  const places = known.get(view) ?? new Map<string, readonly DirectArgument[]>();
  known.set(view, places);
  const found = places.get(targetId) ?? findArguments(view, targetId);
  places.set(targetId, found);
  return found;
}

function findArguments(view: DebateState, targetId: string): readonly DirectArgument[] {
  const target = targetOf(view, targetId);
  return (target ? namesOf(view, target) : [])
    .flatMap((name) => view.childLinks.get(name) ?? [])
    .flatMap((id) => {
      const link = view.links.get(id);
      const claim = view.claims.get(link?.from ?? '');
      return link && claim && isShown(view, claim) ? [{ claimId: claim.id, relation: link.relation }] : [];
    });
}

/** True for equal lists: nothing renders again then. */
function areEqual(before: readonly DirectArgument[], now: readonly DirectArgument[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ claimId, relation }, at) => claimId === now[at]?.claimId && relation === now[at].relation)
  );
}
