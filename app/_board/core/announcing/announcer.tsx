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
  const [sentence, setSentence] = useState('');
  const announcedUntil = useRef(0);
  useEffect(() => {
    const fresh = [...touched].filter(([, at]) => at > announcedUntil.current);
    if (fresh.length === 0) return;
    const timer = window.setTimeout(() => {
      announcedUntil.current = Math.max(...fresh.map(([, at]) => at));
      const claim = store.state().replica.view.claims.get(fresh[0]?.[0] ?? '');
      setSentence(
        fresh.length === 1 && claim
          ? t('changedOne', { text: excerpt(readable(claim.text), 80) })
          : t('changedMany', { count: fresh.length }),
      );
    }, GATHERED_FOR);
    return () => window.clearTimeout(timer);
  }, [touched, store, t, readable]);
  const erasedAt = useBoard(({ replica }) => replica.confirmed.erasedAt);
  // The announced words may have been erased since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: cleared whenever that changes.
  useEffect(() => setSentence(''), [erasedAt]);
  return (
    <div className={styles.spoken} aria-live="polite">
      {sentence}
    </div>
  );
}
