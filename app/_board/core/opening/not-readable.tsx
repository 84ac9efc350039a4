'use client';

import { type RefObject, useEffect, useMemo, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
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
  const groups = useMessages('groups');
  const code = useBoard(({ connection }) => connection.kind === 'refused' && connection.rejection.code);
  const plenary = useBoard(({ replica }) => replica.view.head?.plenary ?? null);
  // A move to another group takes a person out of this one: nobody has expelled them.
  const left = code === 'removed' ? plenary : null;
  return (
    <main id="debate" className={styles.notReadable} data-connection="refused" data-why={code}>
      <Why code={code} hasLeftGroup={left !== null} />
      <UnsentWords typed={typed} />
      <div className={styles.ways}>
        <ButtonLink look="primary" href={left === null ? '/' : debateAddress(left)}>
          {left === null ? site('home') : groups('back')}
        </ButtonLink>
        <Button onClick={() => window.location.reload()}>{controls('reload')}</Button>
      </div>
    </main>
  );
}

/** Says why, also in the page's title. */
function Why({ code, hasLeftGroup }: { code: RejectionCode | false; hasLeftGroup: boolean }) {
  const site = useMessages('site');
  const people = useMessages('managedPeople');
  const groups = useMessages('groups');
  const rejection = useMessages('rejection');
  const reason = useBoard(({ standing }) => standing?.reason);
  const [title, text] = hasLeftGroup
    ? [groups('leftTitle'), groups('leftText')]
    : code === 'banned'
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
    <div role="alert">
      <h1>{title}</h1>
      {reason && !hasLeftGroup && <p>{people('theReason', { reason: people('reasonName', { reason }) })}</p>}
      <p>{text}</p>
    </div>
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
