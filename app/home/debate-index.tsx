'use client';

import { type ReactNode, useState } from 'react';
import { Note } from '../_ui/layout/note.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import styles from './debate-index.module.css';

/** Number of debates from which they can be filtered. */
const FILTERED_FROM = 12;

interface IndexedDebate {
  readonly id: string;
  /** Text that the filter searches. */
  readonly text: string;
  readonly card: ReactNode;
}

/** The debates as cards in columns, with a filter if there are many. */
export function DebateIndex({ title, debates }: { title: ReactNode; debates: readonly IndexedDebate[] }) {
  const t = useMessages('home');
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const isShown = ({ text }: IndexedDebate) => words.every((word) => text.toLowerCase().includes(word));
  const count = debates.filter(isShown).length;
  return (
    <>
      <div className={styles.head}>
        {title}
        {debates.length >= FILTERED_FROM && (
          <>
            {/* There before its words: most screen readers say only what changes in it. */}
            <Note as="span" role="status">
              {words.length > 0 && t('filtered', { count })}
            </Note>
            <input
              className={styles.filter}
              type="search"
              aria-label={t('filter')}
              placeholder={t('filter')}
              dir="auto"
              autoComplete="off"
              onChange={(event) => setWanted(event.target.value)}
            />
          </>
        )}
      </div>
      <ol className={styles.cards}>
        {debates.map((debate) => (
          <li key={debate.id} hidden={!isShown(debate)}>
            {debate.card}
          </li>
        ))}
      </ol>
    </>
  );
}
