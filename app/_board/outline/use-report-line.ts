'use client';

import { type RefObject, useEffect } from 'react';
import type { PointerMessage } from '#domain/protocol/pointer-messages.ts';
import { useBoardStore } from '../core/store/board-context.tsx';
import { useFollow } from '../features/follow/follow-context.tsx';
import { PointerSender } from '../features/pointers/pointer-sender.ts';

/** Sends to others which line of the outline the viewer looks at: the one in the middle of the view, unless they follow someone. */
export function useReportLine(root: RefObject<HTMLElement | null>): void {
  const store = useBoardStore();
  const { following } = useFollow();
  const follows = following !== null;
  useEffect(() => {
    const scroller = root.current?.closest('main');
    if (!scroller) return;
    const sender = new PointerSender(store, () => ({ over: null, look: follows ? null : lookIn(scroller) }));
    scroller.addEventListener('scroll', sender.changed, { passive: true });
    const end = sender.start();
    return () => {
      scroller.removeEventListener('scroll', sender.changed);
      end();
    };
  }, [store, root, follows]);
}

function lookIn(scroller: HTMLElement): PointerMessage['look'] {
  // At the top the whole debate is in view.
  if (scroller.scrollTop === 0) return null;
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const line = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[data-item]');
  return line ? { at: { box: line.id, across: 0.5, down: 0.5, dx: 0, dy: 0 }, zoom: null } : null;
}
