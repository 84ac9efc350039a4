'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { excerpt } from '../claims/excerpt.ts';
import styles from './completion.module.css';
import type { Completion } from './use-completion.ts';

/** Suggestions of people or claims, directly below the field: they cover nothing of it, also on a phone. */
export function CompletionList({ completion }: { completion: Completion }) {
  const t = useMessages('comments');
  const { proposals, at, listId, optionId, take } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const kind = proposals[0]?.kind ?? 'person';
  return (
    <>
      <VisuallyHidden>
        <span role="status">
          {proposals.length > 0 ? t('proposals', { kind, count: proposals.length }) : ''}
        </span>
      </VisuallyHidden>
      {proposals.length > 0 && (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={t('proposalsLabel', { kind })}
          className={styles.list}
        >
          {proposals.map((proposal, index) => (
            // The field keeps the focus, and its keys select; a tap must not take the focus from it.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys select
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              key={proposal.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              data-at={index}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(proposal)}
            >
              <bdi dir="auto">{excerpt(proposal.text, 120)}</bdi>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
