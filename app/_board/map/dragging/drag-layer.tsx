'use client';

import { useSyncExternalStore } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import type { CardDrag } from './card-drag.ts';
import type { DraggedProps } from './dragged.tsx';

const Dragged = lazyComponent(() => import('./dragged.tsx'));

/** Shown while a card is dragged over the map, and until its relation is chosen. */
export function DragLayer(props: DraggedProps) {
  const { drag } = props;
  return (
    useSyncExternalStore(
      drag.subscribe,
      () => isUsed(drag),
      () => false,
    ) && <Dragged {...props} />
  );
}

function isUsed(drag: CardDrag): boolean {
  return drag.carried() !== null || drag.landing() !== null;
}
