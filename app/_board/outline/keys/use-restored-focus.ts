'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { followItem } from '#app/_ui/focus/catch-focus.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardState } from '../../core/store/board-state.ts';
import { itemAt } from './outline-item.ts';

/**
 * Keeps others' changes from losing the focus: when the focused line is moved the focus follows, and when the line is removed, its parent
 * gets it. Nothing scrolls, except to what the viewer moved. One line is always in the tab order.
 */
export function useRestoredFocus(root: RefObject<HTMLElement | null>, roots: readonly OutlineNode[]): void {
  const store = useBoardStore();
  const held = useRef<readonly string[]>([]);
  useEffect(() => {
    const outline = root.current;
    if (!outline) return;
    const hold = ({ target }: FocusEvent) => {
      held.current = wayUp(itemAt(target));
    };
    const letGo = ({ target }: FocusEvent) => {
      // Not if it was only moved within the page: that is known a moment later.
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && !outline.contains(document.activeElement))
          held.current = [];
      });
    };
    outline.addEventListener('focusin', hold);
    outline.addEventListener('focusout', letGo);
    return () => {
      outline.removeEventListener('focusin', hold);
      outline.removeEventListener('focusout', letGo);
    };
  }, [root]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are others when the roots are.
  useLayoutEffect(() => {
    if (document.activeElement === document.body && held.current.length > 0) {
      const next = held.current.map((id) => document.getElementById(id)).find((item) => item !== null);
      next?.focus({ preventScroll: true });
      if (isOwnMove(store.state(), held.current[0])) followItem();
    }
    if (root.current?.querySelector('[data-item][tabindex="0"]')) return;
    const first = root.current?.querySelector<HTMLElement>('[data-item]');
    if (first) first.tabIndex = 0;
  }, [root, roots]);
}

/** True if the viewer moved this line: the move is on its way, or is the latest undo step. */
function isOwnMove({ replica, undo }: BoardState, id: string | undefined): boolean {
  const last = undo.undo.at(-1);
  return replica.pending.length > 0 || (last?.type === 'claim.move' && last.claimId === id);
}

/** Returns a line and its ancestors, nearest first. */
function wayUp(item: HTMLElement | null): string[] {
  const ids: string[] = [];
  for (let next = item; next; next = itemAt(next.parentElement)) ids.push(next.id);
  return ids;
}
