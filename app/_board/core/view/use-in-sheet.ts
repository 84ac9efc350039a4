'use client';

import { useNarrow } from './use-narrow.ts';
import { useViewPart } from './view-provider.tsx';

/**
 * On a phone the panel is a sheet over everything else: returns whether it shows this item. If so, its text is edited only in the sheet.
 */
export function useInSheet(id: string | null): boolean {
  const narrow = useNarrow();
  return useViewPart(({ selected }) => narrow && selected !== null && selected.id === id);
}
