'use client';

import { useEffect, useState } from 'react';
import { unsentTextHere } from '../../core/offline/outbox/outbox-storage.ts';
import { UnsavedTextList } from '../../core/opening/unsaved-text-list.tsx';

interface KeptWordsProps {
  readonly debateId: string;
  readonly participantId: string;
}

/** Unsent text of a person who may no longer open a debate, as this browser has kept it. */
export function UnsavedTexts({ debateId, participantId }: KeptWordsProps) {
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    unsentTextHere(debateId, participantId).then(setWords, () => {});
  }, [debateId, participantId]);
  return <UnsavedTextList words={words} />;
}
