'use client';

import { useEffect, useLayoutEffect } from 'react';
import type { MapLayout } from '../../../domain/layout/map-layout.ts';
import { pathAbove } from '../../../domain/layout/unfold.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { useView } from '../view-state.tsx';
import { UNMARKED } from './map-marks.ts';
import type { MapScene } from './map-scene.ts';

/** Marks on the map what a search finds, and goes there with each of its steps. */
export function useMapMarks(scene: MapScene, layout: MapLayout | null): void {
  const store = useBoardStore();
  const { search } = useView();
  const found = search?.found;
  const at = search?.at ?? null;
  const steps = search?.steps ?? 0;

  useLayoutEffect(() => {
    if (!layout || !found || found.size === 0) return scene.mark(UNMARKED);
    const { view } = store.state().replica;
    const hiding = new Set<string>();
    for (const id of found) {
      if (layout.byId.has(id)) continue;
      const above = pathAbove(view, id).find((one) => layout.byId.has(one));
      if (above !== undefined) hiding.add(above);
    }
    scene.mark({ found, hiding, at });
  }, [scene, store, layout, found, at]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going to the same one again is a step too.
  useEffect(() => {
    if (at !== null) scene.seek(at);
  }, [scene, at, steps]);
}
