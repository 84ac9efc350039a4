'use client';

import { type PointerEvent as ReactPointerEvent, useCallback, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import type { Point } from '#domain/layout/map-geometry.ts';
import { predict } from '#domain/sync/replica.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { mayNow } from '../../core/claims/use-claim.ts';
import { usePerform } from '../../core/commands/use-perform.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardStore } from '../../core/store/board-store.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import { swallowClick } from '../input/swallow-click.ts';
import type { MapScene } from '../scene/map-scene.ts';
import { CardDrag, type Drop, moveTo } from './card-drag.ts';

/** Pixels a pressed pointer may move before it drags the card, or before a finger pans. */
const SLACK = 6;

/** Milliseconds until a resting finger lifts a card. */
const LONG_PRESS = 400;

/** Drags a card to another place: with the mouse or a pen at once, with a finger after a long press. */
export function useCardDrag(scene: MapScene) {
  const [drag] = useState(() => new CardDrag());
  const store = useBoardStore();
  const announce = useAnnounce();
  const perform = usePerform();
  const sentence = useRejectionSentence();
  const t = useMessages('map');
  const { unfold } = useViewActs();

  /** Moves it there, with the same relation unless another is given. */
  const land = ({ operation, refusal }: Drop, relation: Relation = operation.relation) => {
    if (refusal) return announce(sentence(refusal));
    scene.keepStill(operation.target.id);
    if (operation.target.kind === 'claim') unfold(operation.target.id);
    perform([{ ...operation, relation }], t('moved'));
  };

  const startDrag = (down: ReactPointerEvent, claimId: string) => {
    if (down.button !== 0 || down.shiftKey || isControl(down.target) || !mayMove(store, claimId)) return;
    const from = { x: down.clientX, y: down.clientY };
    const pressedAt = down.nativeEvent.timeStamp;
    const byTouch = down.pointerType === 'touch';
    carry({ scene, store, drag, claimId, from, pressedAt, byTouch }, (drop, at) => {
      if (!scene.layout.byId.has(claimId)) announce(t('carriedGone'));
      else if (drop?.elsewhere && !drop.refusal) drag.land({ claimId, at, drop });
      else if (drop) land(drop);
    });
  };

  return { drag, startDrag: useLatest(startDrag), land: useLatest(land) };
}

interface Carrying {
  readonly scene: MapScene;
  readonly store: BoardStore;
  readonly drag: CardDrag;
  readonly claimId: string;
  readonly from: Point;
  /** When it was pressed, by the time of the browser's events. */
  readonly pressedAt: number;
  readonly byTouch: boolean;
}

/** Follows the pointer until release, cancellation, or the card's removal; near an edge the map moves with it. */
function carry(
  { scene, store, drag, claimId, from, pressedAt, byTouch }: Carrying,
  dropped: (drop: Drop | null, at: Point) => void,
): void {
  const ended = new AbortController();
  const { signal } = ended;
  let at = from;
  let frame = 0;
  const show = () => drag.set({ claimId, at, drop: dropAt(scene, store, claimId, at), byTouch });
  const pull = () => {
    const { camera } = scene;
    const by = camera?.pullAt(at);
    if (camera && by && (by.x !== 0 || by.y !== 0)) {
      camera.moveBy(by.x / camera.view.k, by.y / camera.view.k);
      show();
    }
    frame = requestAnimationFrame(pull);
  };
  const lift = () => {
    show();
    frame = requestAnimationFrame(pull);
  };
  const press = byTouch ? window.setTimeout(lift, LONG_PRESS) : 0;
  const end = () => {
    ended.abort();
    window.clearTimeout(press);
    cancelAnimationFrame(frame);
    drag.set(null);
  };
  const move = ({ clientX: x, clientY: y, timeStamp }: PointerEvent) => {
    at = { x, y };
    const isAway = Math.hypot(x - from.x, y - from.y) >= SLACK;
    // On a busy page the press counts as long before the browser says that the finger moved at once.
    if (byTouch && isAway && timeStamp - pressedAt < LONG_PRESS) return end();
    if (drag.carried() !== null) return scene.layout.byId.has(claimId) ? show() : release();
    if (!isAway) return;
    if (byTouch) end();
    else lift();
  };
  const release = () => {
    const carried = drag.carried();
    end();
    if (carried === null) return;
    swallowClick();
    // As the map is now: others may have changed what is under a pointer that did not move.
    dropped(dropAt(scene, store, claimId, at), at);
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || drag.carried() === null) return;
    event.stopPropagation();
    end();
    window.addEventListener('pointerup', swallowClick, { once: true });
  };
  // The finger that drags a card neither pans the map nor opens the browser's menu.
  const hold = (event: Event) => {
    if (drag.carried() === null) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', giveUp, { signal, capture: true });
  window.addEventListener('touchmove', hold, { signal, capture: true, passive: false });
  window.addEventListener('contextmenu', hold, { signal, capture: true });
}

function mayMove(store: BoardStore, claimId: string): boolean {
  const claim = store.state().replica.view.claims.get(claimId);
  return (
    claim !== undefined && !claim.retracted && mayNow(store.state(), 'claim.move', claim.author, claimId)
  );
}

function dropAt(scene: MapScene, store: BoardStore, claimId: string, client: Point): Drop | null {
  const box = scene.boxBeside(client);
  const point = scene.camera?.toMap(client);
  if (!box || !point) return null;
  const { replica } = store.state();
  const move = moveTo(replica.view, claimId, box, (point.y - box.y) / box.height);
  if (!move) return null;
  const prediction = replica.participantId === null ? null : predict(replica, move.operation);
  return { box, ...move, refusal: prediction && !prediction.ok ? prediction.rejection : null };
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, textarea, input, select, form') !== null;
}

/** Returns a function that keeps its identity and always calls the one of the latest rendering. */
function useLatest<Arguments extends unknown[]>(latest: (...given: Arguments) => void) {
  const [box] = useState({ latest });
  box.latest = latest;
  return useCallback((...given: Arguments) => box.latest(...given), [box]);
}
