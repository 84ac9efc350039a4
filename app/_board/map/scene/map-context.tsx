'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FrontBox } from '#domain/front/front-box.ts';
import type { MapBranch } from '#domain/layout/branch.ts';
import type { WritingTarget } from '../../core/view/view-state.tsx';
import type { MapScene } from './map-scene.ts';

/** Interface of the map for its cards. */
export interface MapHandle {
  readonly scene: MapScene;
  /** The one card in the tab order. */
  readonly roving: string;
  /** The only branch in view; the rest is dimmed. */
  readonly branch: MapBranch | null;
  /** Moves the focus to a card, wherever it is on the map. */
  focus(id: string): void;
  write(writing: WritingTarget | null): void;
  /** Opens or closes a claim. `beside` keeps its open siblings open. */
  toggle(claimId: string, beside?: boolean): void;
  /** Reports the height that a card's content has on the screen. */
  seeHeight(box: FrontBox, height: number): void;
  /** Starts to drag a claim's card with the pointer. */
  startDrag(event: React.PointerEvent, claimId: string): void;
}

const MapContext = createContext<MapHandle | null>(null);

export const MapProvider = MapContext.Provider;

export function useMap(): MapHandle {
  const map = useContext(MapContext);
  if (map === null) throw new Error('useMap outside of a MapProvider');
  return map;
}

/** True if this card is hovered or focused. */
export function useIsActive(id: string): boolean {
  const { attention } = useMap().scene;
  return useSyncExternalStore(
    attention.subscribe,
    () => attention.has(id),
    () => false,
  );
}

/** Returns `true` for the hovered card, or the focused one if none is hovered. */
export function useIsAtHand(id: string): boolean {
  const { attention } = useMap().scene;
  return useSyncExternalStore(
    attention.subscribe,
    () => (attention.hovered ?? attention.focused) === id,
    () => false,
  );
}
