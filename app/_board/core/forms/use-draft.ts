'use client';

import { useEffect, useState } from 'react';
import { keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import { useBoard } from '../store/board-context.tsx';
import { claimDrafts } from './claim-drafts.ts';

/** Keeps a text in the tab under a key while it is written, until it is sent or discarded, or another person is signed in. */
export function useDraft(key: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState('');
  const debateId = useBoard((board) => board.debateId);
  const participantId = useBoard(({ replica }) => replica.participantId);
  useEffect(() => {
    claimDrafts(debateId, participantId);
    setText(readDraft(key));
  }, [key, debateId, participantId]);
  const write = (next: string) => {
    keepDraft(key, next);
    setText(next);
  };
  return [text, write];
}
