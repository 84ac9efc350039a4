'use client';

import { type ReactNode, useEffect, useMemo } from 'react';
import { Button } from '../_ui/button/button.tsx';
import { ButtonLink } from '../_ui/button/button-link.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import styles from './board.module.css';
import { KeptWordsList } from './refused/kept-words-list.tsx';
import { wordsIn } from './refused/words-in.ts';
import { useBoard, useBoardStore } from './store/board-context.tsx';

/** The board for as long as the debate is this person's to read; after that nothing of it stays on the screen. */
export function Readable({ children }: { children: ReactNode }) {
  const isBarred = useBoard(
    ({ connection }) => connection.kind === 'refused' && connection.rejection.code === 'debate_not_found',
  );
  return isBarred ? <NotReadable /> : children;
}

function NotReadable() {
  const site = useMessages('site');
  const board = useMessages('board');
  const title = site('notReadableTitle');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main id="debate" className={styles.notReadable} data-connection="refused">
      <h1>{title}</h1>
      <p role="alert">{site('notReadableText')}</p>
      <UnsentWords />
      <div className={styles.ways}>
        <ButtonLink look="primary" href="/">
          {site('home')}
        </ButtonLink>
        <Button onClick={() => window.location.reload()}>{board('reload')}</Button>
      </div>
    </main>
  );
}

/** What was not sent is never taken from its author's eyes. */
function UnsentWords() {
  const store = useBoardStore();
  const pending = useBoard(({ replica }) => replica.pending);
  const refused = useBoard((state) => state.refused);
  const words = useMemo(() => {
    const outbox = pending.length + refused.length > 0 ? store.outbox() : null;
    return outbox ? [...new Set(wordsIn(outbox))] : [];
  }, [store, pending, refused]);
  return <KeptWordsList words={words} />;
}
