'use client';

import { useEffect, useState } from 'react';
import { MARKED_FOR_TYPING } from '../../core/writing/typing-mark.ts';

/** Milliseconds after the last letter for which the viewer counts as typing. */
const PAUSE = 4_000;

/**
 * Returns whether the viewer is typing at the selected item now: an argument, a wording, a comment or a summary. A field that is merely open
 * doesn't count.
 */
export function useTyping(): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    let timer = 0;
    const stop = () => {
      window.clearTimeout(timer);
      setTyping(false);
    };
    const type = ({ target }: Event) => {
      if (!isWrittenIn(target)) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(stop, PAUSE);
      setTyping(true);
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
  return typing;
}

function isWrittenIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.closest(MARKED_FOR_TYPING)) return false;
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
