'use client';

import { useEffect, useState } from 'react';
import { forgetReadMarks } from '../unread/forget-read-marks.ts';
import { forgetDebates } from './debate-storage.ts';
import { removeSavedPages } from './remove-saved.ts';
import { exchangeMark, readMark } from './saved-mark.ts';
import { fetchPersonId } from './sign-in-state.ts';

/** Mark for kept data while the server hasn't yet said who is signed in. It never counts as the same person later. */
const UNKNOWN = 'someone';

/** Forgets what this browser kept for another person when a page opens for `personId`, or for nobody. Returns true when that is done. */
export function useSavedFor(personId: string | null): boolean {
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    void claimKept(exchangeMark(personId ?? ''), personId ?? '').then(() => setIsDone(true));
  }, [personId]);
  return isDone;
}

/**
 * The same for a board, which doesn't know its reader's account: it asks the server. Returns true when that is done, and at once for a
 * reader who is not signed in.
 */
export function useSavedForReader(isSignedIn: boolean): boolean {
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    if (isSignedIn) void keepForReader().then(() => setIsDone(true));
  }, [isSignedIn]);
  return isDone || !isSignedIn;
}

async function keepForReader(): Promise<void> {
  const marked = await readMark();
  // Until the server has answered, so that nothing is kept unmarked.
  if (marked === '') exchangeMark(UNKNOWN);
  const personId = await fetchPersonId();
  if (!personId) return;
  exchangeMark(personId);
  await claimKept(marked, personId);
}

/** Forgets what was kept for `before`, unless that is nobody or the same person. */
async function claimKept(before: string, personId: string): Promise<void> {
  if (before === '' || before === personId) return;
  forgetReadMarks();
  await Promise.allSettled([removeSavedPages(), forgetDebates()]);
}
