'use client';

import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { PersonName } from '../claim/person-name.tsx';
import { useSubmit } from '../join/join-context.tsx';
import HideDialog from '../moderation/hide-dialog.tsx';
import { WithheldNote } from '../moderation/withheld-note.tsx';
import { useBoard } from '../store/board-context.tsx';
import styles from './manage.module.css';

/** What waits for approval, the oldest first, then what is hidden or was returned, the newest first. One key an act. */
export function ModerationQueue() {
  const t = useMessages('moderation');
  const view = useBoard(({ replica }) => replica.view);
  const submit = useSubmit();
  const [returning, setReturning] = useState<string | null>(null);
  const all = [...view.withheld.values()];
  const waiting = all.filter(({ how }) => how === 'held').sort((a, b) => a.at - b.at);
  const others = all.filter(({ how }) => how !== 'held').sort((a, b) => b.at - a.at);
  const queue = [...waiting, ...others];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string) => {
    const item = event.currentTarget;
    if (event.target !== item || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = item.nextElementSibling ?? item.previousElementSibling;
    switch (event.key) {
      case 'ArrowDown':
        focusOn(item.nextElementSibling);
        break;
      case 'ArrowUp':
        focusOn(item.previousElementSibling);
        break;
      case 'a':
        focusOn(next);
        submit([{ type: 'content.restore', ids: [id] }]);
        break;
      case 'r':
        if (view.withheld.get(id)?.how !== 'held') return;
        setReturning(id);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.part}>
      <h3>{t('queue')}</h3>
      <p className={styles.hint}>{queue.length === 0 ? t('nothingHidden') : t('queueKeys')}</p>
      <ol className={styles.acts} aria-label={t('queue')}>
        {queue.map(({ id }) => {
          const written = view.claims.get(id) ?? view.comments.get(id);
          return (
            <li
              key={id}
              className={styles.line}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the queue is worked by keys.
              tabIndex={0}
              onKeyDown={(event) => onKeyDown(event, id)}
            >
              <p dir="auto">{excerpt(written?.text ?? t('gone'), 300)}</p>
              {written && (
                <p className={styles.hint}>
                  <PersonName id={written.author} />
                </p>
              )}
              <WithheldNote id={id} author={written?.author ?? ''} onReturn={() => setReturning(id)} />
            </li>
          );
        })}
      </ol>
      {returning !== null && (
        <HideDialog hide={{ what: 'return', id: returning }} onClose={() => setReturning(null)} />
      )}
    </section>
  );
}

function focusOn(item: Element | null): void {
  if (item instanceof HTMLElement) item.focus();
}
