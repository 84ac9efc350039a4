'use client';

import type { KeyboardEvent } from 'react';
import type { Target } from '../../../domain/debate/records/link.ts';
import { MOTION_ID } from '../../../domain/layout/map-tree.ts';
import { type Step, walkMap } from '../../../domain/layout/walk-map.ts';
import { useClaimKeys } from '../claim/use-claim-keys.ts';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import { boxIdAt } from './attention.ts';
import type { MapScene } from './map-scene.ts';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Everything the keyboard does on the map: walking, folding, the view, and what acts on the focused claim. */
export function useMapKeys(
  scene: MapScene,
  { focus, awaited }: { focus: (id: string) => void; awaited: () => string | null },
): (event: KeyboardEvent) => void {
  const claimKeys = useClaimKeys();
  const chosen = useViewPart((parts) => parts.chosen);
  const { toggleCollapsed, toggleChosen } = useViewActs();
  return (event) => {
    // What a card's menu hears is not meant for the map, though it comes by here.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const id = awaited() ?? boxIdAt(event.target);
    const box = id === null ? undefined : scene.layout.byId.get(id);
    if (isField(event.target) || event.ctrlKey || event.metaKey) return;
    if (look(scene, event.key)) return event.preventDefault();
    if (!box) return;
    const target = targetOf(box.kind, box.id);
    if (target && claimKeys(event, target)) return;
    if (event.altKey) return;
    const step = STEPS[event.key];
    const unfold = step === 'right' && box.folded > 0;
    const fold = event.key === ' ' && (box.folded > 0 || box.children.length > 0) && box.kind !== 'motion';
    if (event.key === 'x' && box.kind === 'claim') toggleChosen(box.id);
    else if (event.key === 'z') scene.lookAt(chosen.size > 0 ? chosen : new Set([box.id]));
    else if (unfold || fold) toggleCollapsed(box.id);
    else if (event.key === 'Home') focus(MOTION_ID);
    else if (step) {
      const next = walkMap(scene.layout, box.id, step);
      if (next !== null) focus(next);
    } else return;
    event.preventDefault();
  };
}

function look(scene: MapScene, key: string): boolean {
  if (key === '0') scene.fit();
  else if (key === '+' || key === '=') scene.camera?.zoomBy(1.3);
  else if (key === '-') scene.camera?.zoomBy(1 / 1.3);
  else return false;
  return true;
}

function targetOf(kind: string, id: string): Target | null {
  return kind === 'claim' || kind === 'position' ? { kind, id } : null;
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
