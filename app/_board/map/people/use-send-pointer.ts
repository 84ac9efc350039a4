'use client';

import { type RefObject, useEffect } from 'react';
import type { Point } from '#domain/layout/map-geometry.ts';
import type { PointerMessage } from '#domain/protocol/pointer-messages.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useFollow } from '../../features/follow/follow-context.tsx';
import { PointerSender } from '../../features/pointers/pointer-sender.ts';
import type { MapScene } from '../scene/map-scene.ts';
import { placeOnMap } from '../scene/point-on-map.ts';

/**
 * Sends the viewer's pointer on the map (with a mouse or pen; a finger covers what it points at) and view. A follower's view follows
 * another: then only their own movements are sent, so that two who follow each other don't drift away.
 */
export function useSendPointer(scene: MapScene, viewport: RefObject<HTMLElement | null>): void {
  const store = useBoardStore();
  const { following } = useFollow();
  const follows = following !== null;
  useEffect(() => {
    const element = viewport.current;
    if (!element) return;
    let client: Point | null = null;
    let over: PointerMessage['over'] = null;
    const sender = new PointerSender(store, () => {
      if (!follows) over = placeAt(scene, client);
      return { over, look: follows ? null : lookOn(scene) };
    });
    const point = (next: Point | null) => {
      client = next;
      if (follows) over = placeAt(scene, client);
      sender.changed();
    };
    const move = ({ pointerType, clientX: x, clientY: y }: PointerEvent) =>
      point(pointerType === 'touch' ? null : { x, y });
    const leave = () => point(null);
    element.addEventListener('pointermove', move, { passive: true });
    element.addEventListener('pointerleave', leave);
    const stopDrawn = scene.onDrawn(sender.changed);
    const end = sender.start();
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      stopDrawn();
      end();
    };
  }, [scene, store, viewport, follows]);
}

function placeAt(scene: MapScene, client: Point | null): PointerMessage['over'] {
  return client && scene.camera && placeOnMap(scene, scene.camera.toMap(client));
}

function lookOn(scene: MapScene): PointerMessage['look'] {
  const { camera } = scene;
  if (!camera) return null;
  const { x, y, width, height } = camera.seen();
  const at = placeOnMap(scene, { x: x + width / 2, y: y + height / 2 });
  return at && { at, zoom: Math.round(camera.zoom * 1_000) / 1_000 };
}
