'use client';

import { useMemo } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import { namesOf } from '#domain/debate/map/merged.ts';
import { isShown } from '#domain/debate/map/tree.ts';
import { useBoard } from '../store/board-context.tsx';
import { targetOf } from './use-target.ts';

interface Argument {
  readonly claimId: string;
  readonly relation: Relation;
}

/** Returns the arguments directly below a claim, position or link, in order; those of claims merged into it come last. */
export function useArguments(targetId: string): readonly Argument[] {
  const key = useBoard(({ replica }) => argumentsAt(replica.view, targetId));
  return useMemo(
    () =>
      key.split(' ').flatMap((part) => {
        const [relation, claimId] = part.split(':');
        return claimId && (relation === 'support' || relation === 'attack') ? [{ claimId, relation }] : [];
      }),
    [key],
  );
}

/** As one string, so that equal lists are an equal value, and nothing renders again. */
function argumentsAt(view: DebateState, targetId: string): string {
  const target = targetOf(view, targetId);
  return (target ? namesOf(view, target) : [])
    .flatMap((name) => view.childLinks.get(name) ?? [])
    .flatMap((id) => {
      const link = view.links.get(id);
      const claim = view.claims.get(link?.from ?? '');
      return link && claim && isShown(view, claim) ? [`${link.relation}:${claim.id}`] : [];
    })
    .join(' ');
}
