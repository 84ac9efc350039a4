'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { excerpt } from '../claims/excerpt.ts';
import { useReadable } from '../claims/use-readable.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import styles from '../view/board.module.css';
import { Announced } from './announced.tsx';

/** Milliseconds for which others' changes are collected into one sentence. */
const GATHERED_FOR = 1_500;

/**
 * Announces what happened: the viewer's own actions on screen, others' changes to screen readers, collected, and never taking the focus.
 */
export function Announcer({ children }: { children: ReactNode }) {
  return (
    <Announced className={styles.announcement}>
      {children}
      <OthersChanges />
    </Announced>
  );
}

function OthersChanges() {
  const t = useMessages('board');
  const store = useBoardStore();
  const touched = useBoard((state) => state.recentlyChanged);
  const readable = useReadable();
  const [said, setSaid] = useState({ sentence: '', times: 0 });
  const known = useRef<typeof touched>(new Map());
  const collected = useRef(new Set<string>());
  const timer = useRef(0);
  useEffect(() => {
    for (const [id, at] of touched) if (known.current.get(id) !== at) collected.current.add(id);
    known.current = touched;
    // A busy debate never pauses: changes that arrive while some are collected only add to these.
    if (collected.current.size === 0 || timer.current !== 0) return;
    timer.current = window.setTimeout(() => {
      const [first = '', ...more] = collected.current;
      collected.current = new Set();
      timer.current = 0;
      const claim = store.state().replica.view.claims.get(first);
      const sentence =
        claim && more.length === 0
          ? t('changedOne', { text: excerpt(readable(claim.text), 80) })
          : t('changedMany', { count: more.length + 1 });
      setSaid(({ times }) => ({ sentence, times: times + 1 }));
    }, GATHERED_FOR);
  }, [touched, store, t, readable]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = 0;
    },
    [],
  );
  const erasedAt = useBoard(({ replica }) => replica.confirmed.erasedAt);
  // The announced words may have been erased since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: cleared whenever that changes.
  useEffect(() => setSaid(({ times }) => ({ sentence: '', times })), [erasedAt]);
  return (
    <div className={styles.spoken} aria-live="polite">
      {/* The same sentence again is another element: otherwise nobody would hear it. */}
      <span key={said.times}>{said.sentence}</span>
    </div>
  );
}
