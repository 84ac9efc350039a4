'use client';

import { lazyComponent } from '../../_ui/lazy-component.ts';
import { AgendaSection } from '../features/agenda/agenda-section.tsx';

const LikelyDuplicates = lazyComponent(() => import('../features/lineage/likely-duplicates.tsx'));

/** The agenda, and above it the likely duplicates: after a silent phase several people may have written the same. */
export function AgendaPart() {
  return (
    <>
      <LikelyDuplicates />
      <AgendaSection />
    </>
  );
}
