'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { historyOf } from '#domain/debate/texts/texts.ts';
import { excerpt } from '../claims/excerpt.ts';
import { useReadable } from '../claims/use-readable.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import styles from '../view/board.module.css';
import { useViewPart } from '../view/view-provider.tsx';
import { useAnnounce } from './announce-context.tsx';
import { Announced } from './announced.tsx';
import { SpokenRegion, useSpeak } from './spoken.tsx';

/** Milliseconds for which others' changes are collected into one sentence: twice as many after each while more arrive, up to the most. */
const GATHERED_FOR = 1_500;
const GATHERED_FOR_MOST = 12_000;

/**
 * Announces what happened: the viewer's own actions on screen, others' changes to screen readers, collected, and never taking the focus.
 */
export function Announcer({ children }: { children: ReactNode }) {
  return (
    <Announced className={styles.announcement}>
      <SpokenRegion>
        {children}
        <OthersChanges />
        <MissingTarget />
      </SpokenRegion>
    </Announced>
  );
}

/** Says that the address leads to something hidden or gone: the board opens as without it. */
function MissingTarget(): null {
  const t = useMessages('panel');
  const announce = useAnnounce();
  const missing = useViewPart((parts) => parts.missing);
  useEffect(() => {
    if (missing !== null) announce(t('gone'));
  }, [missing, announce, t]);
  return null;
}

function OthersChanges(): null {
  const t = useMessages('board');
  const store = useBoardStore();
  const touched = useBoard((state) => state.recentlyChanged);
  const readable = useReadable();
  const speak = useSpeak();
  const known = useRef<typeof touched>(new Map());
  const collected = useRef(new Set<string>());
  const timer = useRef(0);
  const pace = useRef<Pace>({ milliseconds: GATHERED_FOR, saidAt: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    const gather = () => {
      pace.current.milliseconds = nextPace(pace.current);
      timer.current = window.setTimeout(sayStill, pace.current.milliseconds);
    };
    const sayStill = () => {
      const { confirmed, view } = store.state().replica;
      // A claim that someone is typing waits for the end: half a sentence every few seconds would drown everything else.
      const still = [...collected.current].filter((id) => historyOf(confirmed, id).sealed === null);
      for (const id of still) collected.current.delete(id);
      timer.current = 0;
      if (still.length > 0) pace.current.saidAt = Date.now();
      if (collected.current.size > 0) gather();
      const [first, ...more] = still;
      if (first === undefined) return;
      const claim = view.claims.get(first);
      speak(
        claim && more.length === 0
          ? t('changedOne', { text: excerpt(readable(claim.text), 80) })
          : t('changedMany', { count: still.length }),
      );
    };
    for (const [id, at] of touched) if (known.current.get(id) !== at) collected.current.add(id);
    known.current = touched;
    // A busy debate never pauses: changes that arrive while some are collected only add to these.
    if (collected.current.size > 0 && timer.current === 0) gather();
  }, [touched, store, t, readable, speak]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = 0;
    },
    [],
  );
  return null;
}

interface Pace {
  /** Milliseconds for which changes were last collected. */
  milliseconds: number;
  /** When a sentence was last said. */
  saidAt: number;
}

/** Returns how long to collect the changes that begin to arrive now: longer if they follow close on the sentence before. */
function nextPace({ milliseconds, saidAt }: Pace): number {
  const isBusy = Date.now() - saidAt < milliseconds;
  return isBusy ? Math.min(GATHERED_FOR_MOST, 2 * milliseconds) : GATHERED_FOR;
}
