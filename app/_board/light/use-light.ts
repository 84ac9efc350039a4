'use client';

import { claimNow } from '../../../domain/debate/merged.ts';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import { useBoard } from '../store/board-context.tsx';

/** The claim in the light as it stands now; undefined where none is. */
export function useLitClaim(): Claim | undefined {
  return useBoard(({ replica: { view } }) =>
    view.light ? view.claims.get(claimNow(view, view.light.on)) : undefined,
  );
}
