'use client';

import type { KeyboardEvent } from 'react';
import type { Target } from '#domain/debate/map/link.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { type Step, walkMap } from '#domain/layout/walk-map.ts';
import { isTurnedOff } from '../../core/keys/letter-keys.ts';
import { hasTool } from '../../core/view/panes.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import type { ViewParts } from '../../core/view/view-store.ts';
import { useClaimActs } from '../../features/claims/use-claim-acts.ts';
import { useClaimKeys } from '../../features/claims/use-claim-keys.ts';
import { boxIdAt } from '../scene/attention.ts';
import type { MapScene } from '../scene/map-scene.ts';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys that activate a focused button. */
const PRESSES: ReadonlySet<string> = new Set(['Enter', ' ']);

/** Handles all keys on the map: moving, folding, the view, and actions on the focused claim. */
export function useMapKeys(
  scene: MapScene,
  { focus, awaited }: { focus: (id: string) => void; awaited: () => string | null },
): (event: KeyboardEvent) => void {
  const claimKeys = useClaimKeys();
  const chosen = useViewPart((parts) => parts.chosen);
  const { fold, unfold, foldAll, askForMore, setOverview, toggleChosen, lookAt, selectFocused } =
    useViewActs();
  const acts = useClaimActs();
  const closesFirst = useViewPart(isAnythingOpen);
  return (event) => {
    // Keys in a card's menu are not meant for the map, though React bubbles them through here.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const id = awaited() ?? boxIdAt(event.target);
    const box = id === null ? undefined : scene.layout.byId.get(id);
    if (isField(event.target) || event.ctrlKey || event.metaKey || isTurnedOff(event.key)) return;
    if (look(event.key)) return event.preventDefault();
    // On Enter and Space a control in a card acts by itself.
    if (!box || (PRESSES.has(event.key) && isControl(event.target))) return;
    const target = targetOf(box.kind, box.id);
    if (target && event.key === 'Enter' && box.folded > 0 && !event.altKey) {
      event.preventDefault();
      open(box, false);
      return selectFocused(target);
    }
    if (target && claimKeys(event, target)) return;
    if (event.altKey) return;
    const step = STEPS[event.key];
    const isOpen = box.look === 'open';
    if (box.kind === 'more' && ['Enter', ' ', 'ArrowRight'].includes(event.key)) actOn(box);
    else if (event.key === 'x' && box.kind === 'claim') toggleChosen(box.id);
    else if (event.key === 'z') scene.lookAt(chosen.size > 0 ? chosen : new Set([box.id]));
    else if ((step === 'right' || event.key === ' ') && box.folded > 0) open(box, event.shiftKey);
    else if (event.key === ' ' && isOpen) fold(box.id);
    else if (event.key === 'Escape' && !closesFirst && isOpen) fold(box.id);
    else if (event.key === 'Escape' && !closesFirst && box.depth > 2 && box.parent !== null) {
      fold(box.parent);
      focus(box.parent);
    } else if (event.key === 'Home') {
      lookAt(null);
      foldAll();
      scene.camera?.open();
      focus(MOTION_ID);
    } else if (step) {
      const next = walkMap(scene.layout, box.id, step);
      if (next !== null) goTo(next);
    } else return;
    event.preventDefault();
  };

  function open({ id }: FrontBox, beside: boolean): void {
    scene.keepStill(id);
    unfold(id, beside);
  }

  function goTo(id: string): void {
    focus(id);
    const target = targetOf(scene.layout.byId.get(id)?.kind ?? '', id);
    if (target) selectFocused(target);
  }

  function look(key: string): boolean {
    if (key === '0') setOverview(true);
    else if (key === '+' || key === '=') scene.camera?.zoomIn();
    else if (key === '-') scene.camera?.zoomOut();
    else return false;
    return true;
  }

  function actOn({ look: kind, parent }: FrontBox): void {
    if (kind === 'more') {
      scene.keepStill(parent ?? '');
      askForMore(parent ?? '');
    } else acts.argue({ kind: 'position', id: parent ?? '' }, 'support');
  }
}

/** Returns `true` if Escape closes something other than a claim on the map. */
function isAnythingOpen(parts: ViewParts): boolean {
  const { selected, search, writing, chosen, branch } = parts;
  return (
    [selected, search, writing, branch].some((part) => part !== null) || chosen.size > 0 || hasTool(parts)
  );
}

function targetOf(kind: string, id: string): Target | null {
  return kind === 'claim' || kind === 'position' ? { kind, id } : null;
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, summary, [role=menuitem]') !== null;
}
