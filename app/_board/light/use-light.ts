'use client';

import { resolveMerge } from '../../../domain/debate/merged.ts';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import { useBoard } from '../store/board-context.tsx';

/** The claim in the light as it stands now; undefined where none is. */
export function useLitClaim(): Claim | undefined {
  return useBoard(({ replica: { view } }) =>
    view.light ? view.claims.get(resolveMerge(view, view.light.on)) : undefined,
  );
}
