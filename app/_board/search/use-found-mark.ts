'use client';

import { useViewPart } from '../view-provider.tsx';

/** How a claim or position is marked while one searches: `at` for the one gone to, empty for the others that were found. */
export function useFoundMark(id: string): 'at' | '' | undefined {
  return useViewPart(({ search }) => {
    if (search === null || !search.found.has(id)) return;
    return search.at === id ? 'at' : '';
  });
}
