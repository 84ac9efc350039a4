'use client';

import { type ReactNode, useEffect } from 'react';
import { Button } from '../_ui/button/button.tsx';
import { ButtonLink } from '../_ui/button/button-link.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import styles from './board.module.css';
import { useBoard } from './store/board-context.tsx';

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
      <div className={styles.ways}>
        <ButtonLink look="primary" href="/">
          {site('home')}
        </ButtonLink>
        <Button onClick={() => window.location.reload()}>{board('reload')}</Button>
      </div>
    </main>
  );
}
