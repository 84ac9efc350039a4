'use client';

import { useEffect } from 'react';
import { useViewPart } from '../view-provider.tsx';

/** Brings what is chosen elsewhere (on the map, in a list, by a link) into view; what is seen already stays put. */
export function useGoToSelected(): void {
  const id = useViewPart(({ selected }) => selected?.id ?? null);
  useEffect(() => {
    const row = id === null ? null : document.getElementById(id)?.querySelector(':scope > [data-row]');
    if (!row) return;
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom <= 0 || top >= window.innerHeight) row.scrollIntoView({ block: 'center' });
  }, [id]);
}
