'use client';

import { countCharacters } from '../../../domain/debate/texts/wording.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './character-count.module.css';

/** Characters left from which on it matters how many. */
const SOON_FULL = 100;

/** How much room is left, once it becomes little; loud only when there is none. */
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
