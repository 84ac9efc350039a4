'use client';

import type { MouseEvent } from 'react';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useClaimActs } from '../../features/claims/use-claim-acts.ts';
import { boxIdAt } from '../scene/attention.ts';
import type { MapScene } from '../scene/map-scene.ts';

/**
 * A click on a claim opens its arguments, the next one its panel. A finger, which has no hover toolbar, opens the panel at once. A link
 * opens in the panel; the ground closes that. With Shift or Ctrl a click selects several cards; with a finger each tap does so while some
 * are selected.
 */
export function useMapClick(scene: MapScene, focus: (id: string) => void): (event: MouseEvent) => void {
  const { select, selectFocused, unfold, toggleChosen, askForMore } = useViewActs();
  const acts = useClaimActs();
  const choosing = useViewPart(({ chosen }) => chosen.size > 0);
  return (event) => {
    if (!(event.target instanceof Element) || event.target.closest('button, a, form')) return;
    // A card's menu is rendered elsewhere on the page, but React bubbles its clicks through here.
    if (!event.currentTarget.contains(event.target)) return;
    const client = { x: event.clientX, y: event.clientY };
    const id = boxIdAt(event.target);
    const box = id === null ? scene.boxAt(client) : scene.layout.byId.get(id);
    const together = event.shiftKey || event.ctrlKey || event.metaKey || (choosing && isByTouch(event));
    if (together && box?.kind === 'claim') return toggleChosen(box.id);
    if (box?.kind === 'more') {
      if (box.look === 'more') {
        scene.keepStill(box.parent ?? '');
        return askForMore(box.parent ?? '');
      }
      return acts.argue({ kind: 'position', id: box.parent ?? '' }, 'support');
    }
    if (box?.kind === 'claim' || box?.kind === 'position') {
      if (id === null) focus(box.id);
      const target = { kind: box.kind, id: box.id };
      if (box.folded === 0 || isByTouch(event)) return select(target);
      scene.keepStill(box.id);
      unfold(box.id);
      return selectFocused(target);
    }
    if (box) return;
    const link = scene.linkAt(client);
    select(link === null ? null : { kind: 'link', id: link });
  };
}

function isByTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
}
