'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { useOutline } from '../folds/outline-context.tsx';
import { isShort, useBlockNear, watchNear } from './near.ts';

/** How much of a line is rendered. */
interface LineDetail {
  /** True if it is watched separately, or together with those below it, and not as part of an ancestor's block. */
  readonly isWatched: boolean;
  /** True if the lines below it are part of its block. */
  readonly isBlock: boolean;
  /** True if it is in view, or nearly. */
  readonly near: boolean;
  /** True if it is rendered with all its details, not only its text. */
  readonly detailed: boolean;
  /** True once its actions were needed, so that they are rendered. */
  readonly wanted: boolean;
  /** True if the focus is on the line itself or within it. */
  readonly focused: boolean;
  /** Called when the viewer turns to the line; `focused`: with the focus. */
  attend(focused?: boolean): void;
}

const NEAR = 1;
const DETAILED = 2;
const WANTED = 4;
const FOCUSED = 8;

/**
 * Manages how much of a line in a long outline is rendered: everything from the first time it came near; the server's rendering is
 * complete. Out of view a line has an estimated height (its style), so that nothing moves when the rest is rendered. All of it in one
 * number: there are 10,000 lines.
 */
export function useLineDetail(
  line: RefObject<HTMLElement | null>,
  node: OutlineNode,
  inBlock: boolean,
): LineDetail {
  const { large, hydrated } = useOutline();
  const blockNear = useBlockNear();
  const [bits, setBits] = useState(large && hydrated.current ? 0 : DETAILED);
  const isWatched = large && !inBlock;
  const isBlock = isWatched && isShort(node);
  useEffect(() => {
    const watched = isBlock ? line.current : line.current?.firstElementChild;
    if (!isWatched || !watched) return;
    return watchNear(watched, (isNear) => setBits((was) => (isNear ? was | NEAR : was & ~NEAR)));
  }, [line, isWatched, isBlock]);
  const near = inBlock ? blockNear : !isWatched || (bits & NEAR) !== 0;
  if (near && (bits & DETAILED) === 0) setBits(bits | DETAILED);
  return {
    isWatched,
    isBlock,
    near,
    detailed: near || (bits & DETAILED) !== 0,
    wanted: (bits & WANTED) !== 0,
    focused: (bits & FOCUSED) !== 0,
    attend: (focused) =>
      setBits((was) => (focused === undefined ? was : focused ? was | FOCUSED : was & ~FOCUSED) | WANTED),
  };
}
