'use client';

import { useState } from 'react';
import type { TextName } from '#domain/debate/texts/texts.ts';
import { useBoard } from '../store/board-context.tsx';

/** Returns whether the viewer edits a text in its panel: because they opened it, or an earlier page has left words in its editor. */
export function useWritingOn(name: TextName): [isWriting: boolean, setWriting: (isWriting: boolean) => void] {
  const [asked, setAsked] = useState<boolean | null>(null);
  const left = useBoard(({ drafts }) => drafts.has(name));
  // Opened for them, it stays open until they are done: their next key may make the words fit, and then nothing is left.
  if (asked === null && left) setAsked(true);
  return [asked ?? left, setAsked];
}
