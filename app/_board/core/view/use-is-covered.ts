'use client';

import { useNarrow } from './use-narrow.ts';
import { useViewPart } from './view-provider.tsx';

/**
 * On a phone the panel is a sheet over everything else: returns whether it is open. If so, texts are written only in the sheet, and the
 * fields behind it wait until it is closed.
 */
export function useIsCovered(): boolean {
  const narrow = useNarrow();
  return useViewPart(({ selected }) => narrow && selected !== null);
}
