'use client';

import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';

/** The shown part of a long list of comments or threads. */
interface Newest<Item> {
  /** Earlier ones that are shown nevertheless: asked for by a link, with words left in their editor, or new to the viewer. */
  readonly kept: readonly Item[];
  /** The newest ones. */
  readonly shown: readonly Item[];
  /** How many more `showEarlier` shows; 0: there are none. */
  readonly more: number;
  /** Shows some more, and gives the focus to the first of them. */
  readonly showEarlier: () => void;
}

/**
 * Returns the newest items of a list in the order of time, `size` at first, and more by as many.
 * @param commentsOf the comments within an item, its first one first
 */
export function useNewest<Item>(
  items: readonly Item[],
  size: number,
  commentsOf: (item: Item) => readonly Comment[],
): Newest<Item> {
  const [most, setMost] = useState(size);
  const [count, setCount] = useState(items.length);
  const wanted = useWanted();
  const news = useViewPart(({ newComments }) => newComments?.ids ?? NONE);
  if (count !== items.length) {
    setCount(items.length);
    // New ones push none away that is being read or answered. A list that has just been loaded begins with its newest.
    const added = items.length - count;
    if (added > 0 && added < size) setMost(most + added);
  }
  const from = Math.max(0, items.length - most);
  const earlier = items.slice(0, from);
  const has = (ids: ReadonlySet<string>) => (item: Item) => commentsOf(item).some(({ id }) => ids.has(id));
  const isWanted = has(wanted);
  // After a long absence everything may be new: of that, too, only a part is drawn at once.
  const unread = new Set(news.size === 0 ? [] : earlier.filter(has(news)).slice(-size));
  const isKept = (item: Item) => unread.has(item) || (wanted.size > 0 && isWanted(item));
  const rest = earlier.filter((item) => !isKept(item));
  const next = rest.slice(-size);
  const showEarlier = () => {
    const [first] = next;
    if (first === undefined) return;
    flushSync(() => setMost(items.length - items.indexOf(first)));
    focusOn(commentsOf(first)[0]?.id);
  };
  return { kept: earlier.filter(isKept), shown: items.slice(from), more: next.length, showEarlier };
}

/** Returns the comments that are shown wherever they stand in their list. */
function useWanted(): ReadonlySet<string> {
  const asked = useViewPart(({ toComment }) => toComment);
  const drafts = useBoard((state) => state.drafts);
  return new Set([...(asked === null ? [] : [asked.id]), ...drafts.keys()]);
}

const NONE: ReadonlySet<string> = new Set();

function focusOn(commentId: string | undefined): void {
  const element = document.getElementById(commentId ?? '');
  const button = element?.querySelector<HTMLElement>('a[href], button');
  // Readers have no buttons there.
  if (element && !button) element.tabIndex = -1;
  (button ?? element)?.focus();
}
