'use client';

import { useEffect, useState } from 'react';
import { keepDraft, readDraft } from '#app/_ui/stored-draft.ts';

/** Keeps a text in the tab under a key while it is written, until it is sent or discarded. */
export function useDraft(key: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => setText(readDraft(key)), [key]);
  const write = (next: string) => {
    keepDraft(key, next);
    setText(next);
  };
  return [text, write];
}
