'use client';

import { useEffect, useState } from 'react';
import { keepDraft, readDraft } from '../../_ui/kept-draft.ts';

/** A text being written, kept in the tab under a key until it is sent or given up. */
export function useDraft(key: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => setText(readDraft(key)), [key]);
  const write = (next: string) => {
    keepDraft(key, next);
    setText(next);
  };
  return [text, write];
}
