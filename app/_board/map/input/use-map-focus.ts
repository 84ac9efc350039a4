'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FrontLayout } from '#domain/front/front-box.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import type { MapScene } from '../scene/map-scene.ts';

/**
 * Manages which card is in the tab order, and moves the focus to a card that may not be an element yet. When the focused card leaves the
 * map, the focus goes to the next one under the same claim that is still there, or to the nearest ancestor.
 */
export function useMapFocus(scene: MapScene, layout: FrontLayout | null) {
  const [roving, setRoving] = useState<string>(MOTION_ID);
  const wanted = useRef<string | null>(null);
  const path = useRef<readonly string[]>([]);

  const focus = useCallback(
    (id: string) => {
      const element = reachable(scene.elementOf(id));
      // An existing element gets the focus at once: if it were still wanted, a later rendering would take the focus from the element that
      // has it by then.
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

  // After every rendering: the element may exist only now.
  useLayoutEffect(() => {
    const element = wanted.current === null ? undefined : reachable(scene.elementOf(wanted.current));
    if (!element) return;
    scene.reveal(wanted.current ?? '');
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  /** Id of the card that is about to get the focus; `null` for none. Keys pressed meanwhile are meant for that card. */
  const awaited = useCallback(() => wanted.current, []);

  return { roving, setRoving, focus, awaited };
}

/** Elements behind the overview can't be focused yet. */
function reachable(element: HTMLElement | undefined): HTMLElement | undefined {
  return element?.closest('[inert]') ? undefined : element;
}

/** Returns where the focus may go when a box leaves: to the next ones under the same claim, then up. */
function pathFrom(layout: FrontLayout, id: string): string[] {
  const siblings = layout.byId.get(layout.byId.get(id)?.parent ?? '')?.children ?? [];
  const path = siblings.slice(siblings.indexOf(id) + 1);
  for (let box = layout.byId.get(id); box; box = layout.byId.get(box.parent ?? '')) path.push(box.id);
  return path;
}
