'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { countCharacters } from '#domain/debate/texts/wording.ts';
import styles from './character-count.module.css';

/** Number of characters left at which the count starts to matter. */
const SOON_FULL = 100;

/** Shows the number of characters left once there are few; announced only when there are none. */
export function CharacterCount({ text, limit }: { text: string; limit: number }) {
  const t = useMessages('controls');
  const left = limit - countCharacters(text);
  return (
    <span
      className={styles.count}
      data-over={left < 0 ? '' : undefined}
      aria-live={left < 20 ? 'polite' : 'off'}
    >
      {left < 0 ? t('charactersOver', { over: -left }) : left <= SOON_FULL ? t('characters', { left }) : null}
    </span>
  );
}
