'use client';

import { useEffect, useState } from 'react';
import { unsentTextHere } from '../../core/offline/outbox/outbox-storage.ts';
import { UnsavedTextList } from '../../core/opening/unsaved-text-list.tsx';
import { wordsInForms } from '../../core/store/form-drafts.ts';

interface KeptWordsProps {
  readonly debateId: string;
  readonly participantId: string;
}

/** Unsent text of a person who may no longer open a debate, as this browser has kept it, and words begun in this tab. */
export function UnsavedTexts({ debateId, participantId }: KeptWordsProps) {
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    const begun = wordsInForms({ debateId, replica: { participantId } });
    const show = (unsent: readonly string[]) =>
      setWords([...new Set([...unsent, ...begun.filter((text) => text.trim() !== '')])]);
    show([]);
    unsentTextHere(debateId, participantId).then(show, () => {});
  }, [debateId, participantId]);
  return <UnsavedTextList words={words} />;
}
