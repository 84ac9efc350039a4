'use client';

import { startTransition, useEffect, useState } from 'react';
import { type OutlineTree, outlineSteps } from '#domain/outline/outline-tree.ts';
import { inSlices } from '../../_ui/in-slices.ts';
import { useThrow } from '../../_ui/use-throw.ts';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { Outline } from './outline.tsx';

interface OutlineLaterProps {
  readonly branch: string | undefined;
  readonly after: string | undefined;
}

/** The outline after switching from the map: created and drawn bit by bit, because thousands of lines would block the page. */
export function OutlineLater({ branch, after }: OutlineLaterProps) {
  const store = useBoardStore();
  const isWhole = useBoard(({ branches }) => branches === null);
  const fail = useThrow();
  const [tree, setTree] = useState<OutlineTree | null>(null);
  useEffect(() => {
    if (!isWhole) return;
    const steps = outlineSteps(store.state().replica.view);
    return inSlices(steps, (made) => startTransition(() => setTree(made)), fail);
  }, [store, isWhole, fail]);
  return tree && <Outline branch={branch} after={after} tree={tree} />;
}
