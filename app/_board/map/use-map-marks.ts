'use client';

import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { DebateState } from '../../../domain/debate/state.ts';
import { pathAbove } from '../../../domain/front/folds.ts';
import type { FrontLayout } from '../../../domain/front/front-box.ts';
import type { Branch } from '../../../domain/layout/branch.ts';
import type { Returning } from '../../../domain/news/newness.ts';
import { useReadable } from '../claim/use-readable.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { useViewPart } from '../view-provider.tsx';
import { UNMARKED } from './map-marks.ts';
import type { MapScene } from './map-scene.ts';

/**
 * Marks on the map what a search finds, the branch one looks at alone and what is new, and goes where a step of the search
 * leads.
 */
export function useMapMarks(scene: MapScene, layout: FrontLayout | null, branch: Branch | null): void {
  const store = useBoardStore();
  const search = useViewPart((parts) => parts.search);
  const chosen = useViewPart((parts) => parts.chosen);
  const reader = useReader();
  const readable = useReadable();
  const found = search?.found;
  const at = search?.at ?? null;
  const steps = search?.steps ?? 0;

  useLayoutEffect(() => {
    if (!layout || !found || found.size === 0)
      return scene.mark({ ...UNMARKED, branch, chosen, reader, readable });
    const hiding = hidingFound(store.state().replica.view, layout, found);
    scene.mark({ found, hiding, at, branch, chosen, reader, readable });
  }, [scene, store, layout, found, at, branch, chosen, reader, readable]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going to the same one again is a step too.
  useEffect(() => {
    if (at !== null) scene.seek(at);
  }, [scene, at, steps]);
}

/** What stands for those found that are folded away: the nearest above each that is shown. */
function hidingFound(view: DebateState, { byId }: FrontLayout, found: ReadonlySet<string>): Set<string> {
  const hiding = new Set<string>();
  for (const id of found) {
    const above = byId.has(id) ? undefined : pathAbove(view, id).find((one) => byId.has(one));
    if (above !== undefined) hiding.add(above);
  }
  return hiding;
}

function useReader(): Returning | null {
  const participantId = useBoard(({ replica }) => replica.participantId);
  const seen = useBoard((state) => state.seen);
  return useMemo(() => (seen === null ? null : { participantId, seen }), [participantId, seen]);
}
