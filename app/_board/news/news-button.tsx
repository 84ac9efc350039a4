'use client';

import { useMemo } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './news.module.css';
import { useNews } from './use-news.ts';

/** How much is new, in the header: a dot and a number, and the way to the list. To who only reads nothing is said while nothing is. */
export default function NewsButton({ onOpen }: { onOpen: () => void }) {
  const t = useMessages('news');
  const seen = useBoard((state) => state.seen);
  const reads = useBoard(({ replica }) => replica.participantId === null);
  const since = useMemo(() => (seen ? { seen } : null), [seen]);
  const news = useNews(since);
  if (seen === null || news === null) return null;
  const count = news.length;
  if (reads && count === 0) return null;
  return (
    <Button
      look="quiet"
      size="small"
      className={styles.button}
      title={t('openHint')}
      data-news={count}
      onClick={onOpen}
    >
      {count > 0 && <span className={styles.dot} aria-hidden="true" />}
      {t('open', { count })}
    </Button>
  );
}
