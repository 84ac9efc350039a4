'use client';

import { useEffect, useState } from 'react';
import { unsentTextHere } from '../store/outbox-storage.ts';
import { KeptWordsList } from './kept-words-list.tsx';

interface KeptWordsProps {
  readonly debateId: string;
  readonly participantId: string;
}

/** What somebody who may not open a debate any more had written there and not sent, as this browser has kept it. */
export function KeptWords({ debateId, participantId }: KeptWordsProps) {
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    unsentTextHere(debateId, participantId).then(setWords, () => {});
  }, [debateId, participantId]);
  return <KeptWordsList words={words} />;
}
