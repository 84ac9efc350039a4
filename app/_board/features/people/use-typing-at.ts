'use client';

import { useEffect, useState } from 'react';
import { markedItem } from '../../core/writing/writing-mark.ts';

/** Milliseconds after the last letter for which the viewer counts as typing. */
const PAUSE = 4_000;

/**
 * Returns the id of the item at which the viewer is typing now: an argument, a wording, a comment or a summary; `null` if at none. A field
 * that is merely open doesn't count.
 */
export function useTypingAt(): string | null {
  const [typingAt, setTypingAt] = useState<string | null>(null);
  useEffect(() => {
    let timer = 0;
    const stop = () => {
      window.clearTimeout(timer);
      setTypingAt(null);
    };
    const type = ({ target }: Event) => {
      const at = itemWrittenAt(target);
      if (at === null) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(stop, PAUSE);
      setTypingAt(at);
    };
    document.addEventListener('input', type);
    document.addEventListener('focusout', stop);
    document.addEventListener('visibilitychange', stop);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('input', type);
      document.removeEventListener('focusout', stop);
      document.removeEventListener('visibilitychange', stop);
    };
  }, []);
  return typingAt;
}

function itemWrittenAt(target: EventTarget | null): string | null {
  const isText =
    target instanceof HTMLElement && (target instanceof HTMLTextAreaElement || target.isContentEditable);
  return isText ? markedItem(target) : null;
}
