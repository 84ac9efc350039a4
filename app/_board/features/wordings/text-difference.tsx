'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { wordDifference } from '#domain/ot/word-difference.ts';
import { useSigned } from '../../core/claims/use-readable.ts';
import styles from './wordings.module.css';

/** A text with deletions from the one before struck through, and insertions underlined, also for screen readers. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  const t = useMessages('history');
  const signed = useSigned();
  const stretches = useMemo(() => {
    let at = 0;
    return wordDifference(before, after).map((stretch) => {
      const key = `${stretch.kind} ${at}`;
      at += stretch.text.length;
      return { ...stretch, key };
    });
  }, [before, after]);
  return stretches.map(({ key, kind, text }) => {
    if (kind === 'same') return <span key={key}>{signed(text)}</span>;
    const Kind = kind === 'put' ? 'ins' : 'del';
    return (
      <Kind key={key} className={styles[kind]}>
        <VisuallyHidden>{`${t(kind)}: `}</VisuallyHidden>
        {signed(text)}
      </Kind>
    );
  });
}
