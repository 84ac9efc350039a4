'use client';

import type { Claim } from '#domain/debate/map/claim.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the claim in the spotlight as it is now; undefined if there is none. */
export function useLitClaim(): Claim | undefined {
  return useBoard(({ replica: { view } }) =>
    view.spotlight ? view.claims.get(resolveMerge(view, view.spotlight.on)) : undefined,
  );
}
