'use client';

import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Point } from '#domain/layout/map-geometry.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { swallowClick } from './input/swallow-click.ts';
import styles from './map-view.module.css';
import { boxIdAt } from './scene/attention.ts';
import type { MapScene } from './scene/map-scene.ts';

/** Draws a frame with Shift over empty map: selects the claims it touches, in addition to those selected before. */
export function useFrameChoice(scene: MapScene): (down: ReactPointerEvent) => void {
  const chosen = useViewPart((parts) => parts.chosen);
  const { choose } = useViewActs();
  return (down) => {
    if (!down.shiftKey || down.button !== 0 || down.pointerType === 'touch' || boxIdAt(down.target)) return;
    const from = { x: down.clientX, y: down.clientY };
    const ended = new AbortController();
    const { signal } = ended;
    const frame = document.createElement('div');
    frame.className = styles.frame ?? '';
    document.body.append(frame);
    let to: Point = from;
    const end = () => {
      ended.abort();
      frame.remove();
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      to = { x, y };
      frame.style.transform = `translate(${Math.min(from.x, x)}px, ${Math.min(from.y, y)}px)`;
      frame.style.inlineSize = `${Math.abs(x - from.x)}px`;
      frame.style.blockSize = `${Math.abs(y - from.y)}px`;
    };
    const release = () => {
      end();
      swallowClick();
      const touched = scene.boxesBetween(from, to).filter(({ kind }) => kind === 'claim');
      choose([...chosen, ...touched.map(({ id }) => id)]);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
      window.addEventListener('pointerup', swallowClick, { once: true });
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', release, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', giveUp, { signal, capture: true });
  };
}
