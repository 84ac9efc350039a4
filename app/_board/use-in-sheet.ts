'use client';

import { useNarrow } from './use-narrow.ts';
import { useViewPart } from './view-provider.tsx';

/** On a phone the panel is a sheet over all else: has it this? Then what one writes there is written in the sheet alone. */
export function useInSheet(id: string | null): boolean {
  const narrow = useNarrow();
  return useViewPart(({ selected }) => narrow && selected !== null && selected.id === id);
}
