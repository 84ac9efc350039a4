'use client';

import { type RefObject, useEffect } from 'react';
import type { Point } from '../../../domain/layout/map-geometry.ts';
import type { PointerMessage } from '../../../domain/protocol/pointer-messages.ts';
import { placeOnMap } from '../pointers/point-on-map.ts';
import { PointerTeller } from '../pointers/pointer-teller.ts';
import { useBoardStore } from '../store/board-context.tsx';
import type { MapScene } from './map-scene.ts';

/** Tells others where one points on the map (with a mouse or pen; a finger covers what it points at) and looks. */
export function useTellPointing(scene: MapScene, viewport: RefObject<HTMLElement | null>): void {
  const store = useBoardStore();
  useEffect(() => {
    const element = viewport.current;
    if (!element) return;
    let client: Point | null = null;
    const teller = new PointerTeller(store, () => whereOn(scene, client));
    const point = (next: Point | null) => {
      client = next;
      teller.changed();
    };
    const move = ({ pointerType, clientX: x, clientY: y }: PointerEvent) =>
      point(pointerType === 'touch' ? null : { x, y });
    const leave = () => point(null);
    element.addEventListener('pointermove', move, { passive: true });
    element.addEventListener('pointerleave', leave);
    const stopDrawn = scene.onDrawn(teller.changed);
    const end = teller.start();
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      stopDrawn();
      end();
    };
  }, [scene, store, viewport]);
}

function whereOn(scene: MapScene, client: Point | null): PointerMessage {
  const { camera } = scene;
  if (!camera) return { over: null, look: null };
  const { x, y, width, height } = camera.seen();
  const at = placeOnMap(scene, { x: x + width / 2, y: y + height / 2 });
  return {
    over: client && placeOnMap(scene, camera.toMap(client)),
    look: at && { at, zoom: Math.round(camera.view.k * 1_000) / 1_000 },
  };
}
