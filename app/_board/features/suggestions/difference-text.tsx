'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { wordDifference } from '#domain/ot/word-difference.ts';
import { useSigned } from '../../core/claims/use-readable.ts';
import styles from './suggestions.module.css';

/** The change from one text to another, word by word: deletions struck out, insertions underlined. */
export function DifferenceText({ before, after }: { before: string; after: string }) {
  const t = useMessages('suggestions');
  const signed = useSigned();
  const parts = useMemo(() => {
    let at = 0;
    return wordDifference(before, after).map((part) => {
      const from = at;
      at += part.text.length + 1;
      return { ...part, from };
    });
  }, [before, after]);
  return (
    <p className={styles.difference} dir="auto">
      {parts.map(({ kind, text, from }) => {
        if (kind === 'same') return <span key={from}>{signed(text)}</span>;
        const Tag = kind === 'taken' ? 'del' : 'ins';
        return (
          <Tag key={from}>
            <VisuallyHidden>{` ${t(kind)}: `}</VisuallyHidden>
            {signed(text)}
          </Tag>
        );
      })}
    </p>
  );
}
