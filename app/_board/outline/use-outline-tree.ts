'use client';

import { useRef } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { type OutlineTree, outlineTree, sameOutline } from '#domain/outline/outline-tree.ts';
import { outlineMadeOf } from '../core/opening/opened-on-server.ts';
import { useBoard } from '../core/store/board-context.tsx';

/** Returns the present outline; unchanged lines are the same objects. It continues from the one made `before`, if there is one. */
export function useOutlineTree(before?: OutlineTree): OutlineTree {
  const state = useBoard(({ replica }) => replica.view);
  const made = before ?? outlineMadeOf(state);
  const last = useRef<{ state: DebateState; tree: OutlineTree } | null>(
    made ? { state: made.state, tree: made } : null,
  );
  if (last.current === null || !sameOutline(last.current.state, state)) {
    last.current = { state, tree: outlineTree(state, last.current?.tree) };
  }
  return last.current.tree;
}
