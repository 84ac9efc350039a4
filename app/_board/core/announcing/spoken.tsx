'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useBoard } from '../store/board-context.tsx';
import styles from '../view/board.module.css';

const SpeakContext = createContext<(sentence: string) => void>(() => {});

/** Returns a function that says a sentence to screen readers alone, for what is on the screen anyway. */
export function useSpeak(): (sentence: string) => void {
  return useContext(SpeakContext);
}

/**
 * Says a sentence to screen readers whenever it is another one; empty: nothing. For words that appear on the screen together with the
 * element they are in: a live region that comes with its words is silent in most screen readers.
 */
export function useSpoken(sentence: string): void {
  const speak = useSpeak();
  useEffect(() => {
    if (sentence) speak(sentence);
  }, [sentence, speak]);
}

/** Says what its children want said, in a region that is there before its words. */
export function SpokenRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', times: 0 });
  const speak = useCallback(
    (sentence: string) => setSaid(({ times }) => ({ sentence, times: times + 1 })),
    [],
  );
  const erasedAt = useBoard(({ replica }) => replica.confirmed.erasedAt);
  // The words that were said may have been erased since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: cleared whenever that changes.
  useEffect(() => setSaid(({ times }) => ({ sentence: '', times })), [erasedAt]);
  return (
    <SpeakContext.Provider value={speak}>
      {children}
      <div className={styles.spoken} aria-live="polite" data-spoken="">
        {/* The same sentence again is another element: otherwise nobody would hear it. */}
        <span key={said.times}>{said.sentence}</span>
      </div>
    </SpeakContext.Provider>
  );
}
