'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FrontLayout } from '../../../domain/front/front-box.ts';
import { MOTION_ID } from '../../../domain/layout/map-tree.ts';
import type { MapScene } from './map-scene.ts';

/**
 * Which card Tab reaches, and moving the focus to one that may not be an element yet. When the focused card leaves the
 * map, the focus goes to the next under the same claim that is still there, else to the nearest above.
 */
export function useMapFocus(scene: MapScene, layout: FrontLayout | null) {
  const [roving, setRoving] = useState<string>(MOTION_ID);
  const wanted = useRef<string | null>(null);
  const path = useRef<readonly string[]>([]);

  const focus = useCallback(
    (id: string) => {
      const element = reachable(scene.elementOf(id));
      // What is there has the focus at once: still waiting for it, a later rendering would take it from whatever has it by then.
      wanted.current = element ? null : id;
      setRoving(id);
      scene.reveal(id);
      scene.request();
      element?.focus({ preventScroll: true });
    },
    [scene],
  );

  useEffect(() => {
    if (!layout || layout.boxes.length === 0) return;
    if (layout.byId.has(roving)) path.current = pathFrom(layout, roving);
    else if (wanted.current !== roving) {
      const left = path.current.find((id) => layout.byId.has(id)) ?? MOTION_ID;
      if (scene.attention.focused === roving) focus(left);
      else setRoving(left);
    }
  }, [layout, roving, scene, focus]);

  // After every rendering: the element may only now be there.
  useLayoutEffect(() => {
    const element = wanted.current === null ? undefined : reachable(scene.elementOf(wanted.current));
    if (!element) return;
    scene.reveal(wanted.current ?? '');
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  /** What the focus is on its way to; null where it stands. Keys pressed meanwhile are meant for that. */
  const awaited = useCallback(() => wanted.current, []);

  return { roving, setRoving, focus, awaited };
}

/** Elements behind the overview can't be focused yet. */
function reachable(element: HTMLElement | undefined): HTMLElement | undefined {
  return element?.closest('[inert]') ? undefined : element;
}

/** Where the focus goes when a box leaves: to the next under the same, else up. */
function pathFrom(layout: FrontLayout, id: string): string[] {
  const siblings = layout.byId.get(layout.byId.get(id)?.parent ?? '')?.children ?? [];
  const path = siblings.slice(siblings.indexOf(id) + 1);
  for (let box = layout.byId.get(id); box; box = layout.byId.get(box.parent ?? '')) path.push(box.id);
  return path;
}
