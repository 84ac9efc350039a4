'use client';

import { type PointerEvent as ReactPointerEvent, useCallback, useState } from 'react';
import { foretell } from '../../../domain/sync/replica.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { mayNow } from '../claim/use-claim.ts';
import { useRejectionSentence } from '../claim/use-rejection-sentence.ts';
import { useSubmit } from '../join/join-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import type { BoardStore } from '../store/board-store.ts';
import { CardDrag, type Drop, moveTo } from './card-drag.ts';
import type { MapScene } from './map-scene.ts';
import { swallowClick } from './swallow-click.ts';

/** Pixels a pressed pointer may tremble before it carries the card. */
const SLACK = 6;

/** Carrying a card to another place with the mouse or a pen. Fingers pan; the claim's menu moves it for them. */
export function useCardDrag(scene: MapScene) {
  const [drag] = useState(() => new CardDrag());
  const store = useBoardStore();
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const t = useMessages('map');

  const land = ({ operation, refusal }: Drop) => {
    if (refusal) return announce(sentence(refusal));
    submit([operation], (late) => announce(late ? sentence(late) : t('moved')));
  };

  const startDrag = (down: ReactPointerEvent, claimId: string) => {
    if (down.button !== 0 || down.pointerType === 'touch' || isControl(down.target)) return;
    if (!mayMove(store, claimId)) return;
    const from = { x: down.clientX, y: down.clientY };
    const ended = new AbortController();
    const { signal } = ended;
    const end = () => {
      ended.abort();
      drag.set(null);
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (drag.carried() === null && Math.hypot(x - from.x, y - from.y) < SLACK) return;
      drag.set({ claimId, at: { x, y }, drop: dropAt(scene, store, claimId, { x, y }) });
    };
    const release = () => {
      const carried = drag.carried();
      end();
      if (carried === null) return;
      swallowClick();
      if (carried.drop) land(carried.drop);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || drag.carried() === null) return;
      event.stopPropagation();
      end();
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', release, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', giveUp, { signal, capture: true });
  };

  return { drag, startDrag: useLatest(startDrag) };
}

function mayMove(store: BoardStore, claimId: string): boolean {
  const claim = store.state().replica.view.claims.get(claimId);
  return claim !== undefined && !claim.retracted && mayNow(store.state(), 'claim.move', claim.author);
}

function dropAt(
  scene: MapScene,
  store: BoardStore,
  claimId: string,
  client: { x: number; y: number },
): Drop | null {
  const box = scene.boxAt(client);
  const point = scene.camera?.toMap(client);
  if (!box || !point) return null;
  const { replica } = store.state();
  const move = moveTo(replica.view, claimId, box, (point.y - box.y) / box.height);
  if (!move) return null;
  const foretold = replica.participantId === null ? null : foretell(replica, move.operation);
  return { box, ...move, refusal: foretold && !foretold.ok ? foretold.rejection : null };
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, textarea, input, select, form') !== null;
}

/** A function that stays the same while it always does what the newest rendering says. */
function useLatest<Arguments extends unknown[]>(latest: (...given: Arguments) => void) {
  const [box] = useState({ latest });
  box.latest = latest;
  return useCallback((...given: Arguments) => box.latest(...given), [box]);
}
