'use client';

import { useEffect, useLayoutEffect } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { parentOf } from '#domain/debate/map/tree.ts';
import type { FrontLayout } from '#domain/front/front-box.ts';
import type { MapBranch } from '#domain/layout/branch.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { UNMARKED } from '../scene/map-marks.ts';
import type { MapScene } from '../scene/map-scene.ts';

/** Highlights search results, the only branch in view and what is new, and moves to the current search result. */
export function useMapMarks(scene: MapScene, layout: FrontLayout | null, branch: MapBranch | null): void {
  const store = useBoardStore();
  const search = useViewPart((parts) => parts.search);
  const found = search?.found;
  const at = search?.at ?? null;
  const steps = search?.steps ?? 0;

  useLayoutEffect(() => {
    if (!layout || !found || found.size === 0) return scene.mark({ ...UNMARKED, branch });
    const hiding = hidingFound(store.state().replica.view, layout, found);
    scene.mark({ found, hiding, at, branch });
  }, [scene, store, layout, found, at, branch]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going to the same result again is a step too.
  useEffect(() => {
    if (at !== null) scene.seek(at);
  }, [scene, at, steps]);
}

/** Nearest visible ancestors of found claims that aren't visible themselves. */
function hidingFound(view: DebateState, { byId }: FrontLayout, found: ReadonlySet<string>): Set<string> {
  const hiding = new Set<string>();
  // Visit each ancestor once.
  const passed = new Set<string>();
  for (const id of found) {
    if (byId.has(id)) continue;
    for (let above = parentOf(view, id); above && !passed.has(above.id); above = parentOf(view, above.id)) {
      passed.add(above.id);
      if (!byId.has(above.id)) continue;
      hiding.add(above.id);
      break;
    }
  }
  return hiding;
}
