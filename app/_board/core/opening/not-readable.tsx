'use client';

import { type RefObject, useEffect, useMemo, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { outboxTexts } from '../offline/outbox/outbox-texts.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { wordsInForms } from '../store/form-drafts.ts';
import styles from '../view/board.module.css';
import { UnsavedTextList } from './unsaved-text-list.tsx';

interface NotReadableProps {
  /** Text written in fields that were removed with the board. */
  readonly typed: RefObject<readonly string[]>;
}

/** Replaces a board that the viewer may no longer read: the reason, and their unsent text. */
export default function NotReadable({ typed }: NotReadableProps) {
  const site = useMessages('site');
  const controls = useMessages('controls');
  const people = useMessages('managedPeople');
  const rejection = useMessages('rejection');
  const code = useBoard(({ connection }) => connection.kind === 'refused' && connection.rejection.code);
  const reason = useBoard(({ standing }) => standing?.reason);
  const [title, text] =
    code === 'banned'
      ? [people('bannedTitle'), people('bannedText')]
      : code === 'hidden_by_administrator' || code === 'deleted_by_administrator'
        ? [site('notReadableTitle'), rejection(code, { limit: 0 })]
        : code === 'removed'
          ? [people('removedTitle'), people('removedText')]
          : [site('notReadableTitle'), site('notReadableText')];
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main id="debate" className={styles.notReadable} data-connection="refused" data-why={code}>
      <div role="alert">
        <h1>{title}</h1>
        {reason && <p>{people('theReason', { reason: people('reasonName', { reason }) })}</p>}
        <p>{text}</p>
      </div>
      <UnsentWords typed={typed} />
      <div className={styles.ways}>
        <ButtonLink look="primary" href="/">
          {site('home')}
        </ButtonLink>
        <Button onClick={() => window.location.reload()}>{controls('reload')}</Button>
      </div>
    </main>
  );
}

/** Unsent text is never taken from its author. */
function UnsentWords({ typed }: NotReadableProps) {
  const store = useBoardStore();
  const pending = useBoard(({ replica }) => replica.pending);
  const refused = useBoard((state) => state.refused);
  const drafts = useBoard((state) => state.drafts);
  // Once: the fields are gone, and what they contained is kept nowhere else.
  const [written, setWritten] = useState<readonly string[]>([]);
  useEffect(() => {
    setWritten([...wordsInForms(store.state()), ...typed.current]);
  }, [store, typed]);
  const words = useMemo(() => {
    const outbox = pending.length + refused.length + drafts.size > 0 ? store.outbox() : null;
    const all = [...(outbox ? outboxTexts(outbox) : []), ...written];
    return [...new Set(all.filter((one) => one.trim() !== ''))];
  }, [store, pending, refused, drafts, written]);
  return <UnsavedTextList words={words} />;
}
