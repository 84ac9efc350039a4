'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { isShort, useBlockNear, watchNear } from './near.ts';
import { useOutline } from './outline-context.tsx';

/** How much of a line is there. */
interface LineDetail {
  /** Does it come near by itself, or with those under it, and not with one it stands under? */
  readonly isWatched: boolean;
  /** Does what stands under it come near with it? */
  readonly isBlock: boolean;
  /** Is it in view, or nearly? */
  readonly near: boolean;
  /** Is it there with all it says, and not with its text alone? */
  readonly detailed: boolean;
  /** Were its actions wanted, so that they are there? */
  readonly wanted: boolean;
  /** Has the line itself the focus, or something in it? */
  readonly focused: boolean;
  /** Somebody turned to the line; `focused`: with the focus. */
  attend(focused?: boolean): void;
}

const NEAR = 1;
const DETAILED = 2;
const WANTED = 4;
const FOCUSED = 8;

/**
 * A line of a long outline has all it says from when it came near on; what the server rendered is whole. Out of view a line
 * takes up room by guess (its style), so that nothing moves when the rest comes. All as one number: there are ten thousand.
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
