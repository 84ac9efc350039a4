'use client';

import { useEffect, useState } from 'react';
import { forgetSeen } from '../news/forget-seen.ts';
import { forgetDebates } from './debate-storage.ts';
import { forgetKeptPages } from './forget-kept.ts';

/** Where the browser notes for whom it keeps debates; empty: for somebody without a name. */
const MARK = 'parley:kept-for';

/** For somebody signed in, before it is known for whom. */
const SOMEONE = 'someone';

/** Notes that this browser keeps debates for somebody who is signed in; a board doesn't know for whom. */
export function noteKeptForSomeone(): void {
  try {
    const { localStorage } = window;
    if (!localStorage.getItem(MARK)) localStorage.setItem(MARK, SOMEONE);
  } catch {
    // Barred: then nothing is kept either.
  }
}

/**
 * Forgets what this browser kept for somebody who was signed in and is not any more, when a page of somebody else, or of
 * nobody, is opened; true when that is done.
 */
export function useKeptFor(personId: string | null): boolean {
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    const before = exchangeMark(personId ?? '');
    const isTheirs = before === (personId ?? '') || (before === SOMEONE && personId !== null);
    const isOthers = before !== '' && !isTheirs;
    if (isOthers) forgetSeen();
    const forgetting = isOthers ? [forgetKeptPages(), forgetDebates()] : [];
    void Promise.allSettled(forgetting).then(() => setIsDone(true));
  }, [personId]);
  return isDone;
}

/** Notes for whom is kept from now on; the answer is for whom it was. Where storage is barred, nothing is kept either. */
function exchangeMark(personId: string): string {
  try {
    const before = window.localStorage.getItem(MARK) ?? '';
    window.localStorage.setItem(MARK, personId);
    return before;
  } catch {
    return '';
  }
}
