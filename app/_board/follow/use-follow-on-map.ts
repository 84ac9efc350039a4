'use client';

import { useEffect } from 'react';
import type { MapScene } from '../map/map-scene.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { useFollow } from './follow-context.tsx';
import { followOnMap } from './follow-on-map.ts';

/** While one follows somebody, the map shows what they see. */
export function useFollowOnMap(scene: MapScene): void {
  const store = useBoardStore();
  const { following } = useFollow();
  useEffect(
    () => (following === null ? undefined : followOnMap(scene, store, following)),
    [scene, store, following],
  );
}
