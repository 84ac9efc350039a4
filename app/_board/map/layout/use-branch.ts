'use client';

import { useMemo } from 'react';
import type { FrontLayout } from '#domain/front/front-box.ts';
import { type MapBranch, mapBranchOf } from '#domain/layout/branch.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';

/** Returns the only branch in view; `null` if the whole map is in view. */
export function useBranch(layout: FrontLayout | null): MapBranch | null {
  const branch = useViewPart((parts) => parts.branch);
  return useMemo(() => (layout && branch !== null ? mapBranchOf(layout, branch) : null), [layout, branch]);
}
