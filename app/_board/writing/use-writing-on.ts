'use client';

import { useState } from 'react';
import type { TextName } from '../../../domain/debate/texts/texts.ts';
import { useBoard } from '../store/board-context.tsx';

/** Whether one writes on a text in its panel: because one asked to, or an earlier page has left words in its editor. */
export function useWritingOn(name: TextName): [isWriting: boolean, setWriting: (isWriting: boolean) => void] {
  const [asked, setAsked] = useState<boolean | null>(null);
  const left = useBoard(({ drafts }) => drafts.has(name));
  return [asked ?? left, setAsked];
}
