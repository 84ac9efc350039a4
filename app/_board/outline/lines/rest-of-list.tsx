'use client';

import { type MouseEvent, useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { itemOf } from '#app/_ui/focus/catch-focus.ts';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { branchAddress } from '../../core/view/branch-address.ts';
import { claimsIn } from '../folds/list-windows.ts';
import { useOutline } from '../folds/outline-context.tsx';
import styles from './outline.module.css';

/** The listed lines below a parent, and the numbers of those before and after them. */
export interface ListedLines {
  readonly before: readonly OutlineNode[];
  readonly shown: readonly OutlineNode[];
  readonly after: readonly OutlineNode[];
}

export function useListedLines({ id, children }: OutlineNode): ListedLines {
  const { listing } = useOutline().folds;
  const subscribe = useCallback((listener: () => void) => listing.subscribe(id, listener), [listing, id]);
  const read = () => listing.partOf(id);
  const { from, to } = useSyncExternalStore(subscribe, read, read);
  if (from === 0 && children.length <= to) return { before: [], shown: children, after: [] };
  return { before: children.slice(0, from), shown: children.slice(from, to), after: children.slice(to) };
}

interface RestOfListProps {
  readonly node: OutlineNode;
  readonly lines: ListedLines;
  readonly where: 'before' | 'after';
}

/** The unlisted rest of a long list, as a number and a link to the page that begins there; with scripts it is listed here. */
export function RestOfList({ node, lines, where }: RestOfListProps) {
  const t = useMessages('outline');
  const { debateId, folds } = useOutline();
  const rest = lines[where];
  if (rest.length === 0) return null;
  const show = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const link = event.currentTarget;
    flushSync(() => folds.listing.showMore(node.id, where));
    // The link is gone with the last of them.
    if (!link.isConnected) itemOf(rest[0]?.id ?? '')?.focus();
  };
  const page = node.claim ? branchAddress(debateId, node.id) : debateAddress(debateId);
  const last = where === 'after' ? lines.shown.at(-1) : rest.at(-1 - folds.listing.atOnce);
  return (
    <a className={styles.more} href={last ? `${page}?after=${last.id}#${node.id}` : page} onClick={show}>
      {t(where === 'after' ? 'more' : 'earlier', { count: claimsIn(rest) })}
    </a>
  );
}
