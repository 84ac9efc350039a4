'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { countCharacters } from '#domain/debate/texts/wording.ts';
import styles from './character-count.module.css';

/** Number of characters left at which the count starts to matter, and at which screen readers mention it. */
const SOON_FULL = 100;
const NEARLY_FULL = 20;

interface CharacterCountProps {
  readonly text: string;
  readonly limit: number;
  /** For the field that it describes. */
  readonly id?: string;
}

/** True if a text has more characters than it may. */
export function isOverLong(text: string, limit: number): boolean {
  return countCharacters(text) > limit;
}

/** Shows the number of characters left once there are few. Screen readers are not interrupted at each key, only when little or none is left. */
export function CharacterCount({ text, limit, id }: CharacterCountProps) {
  const t = useMessages('controls');
  const left = limit - countCharacters(text);
  const step = stepAt(left);
  return (
    <span className={styles.count} data-over={left < 0 ? '' : undefined}>
      <span id={id}>
        {left < 0
          ? t('charactersOver', { over: -left })
          : left <= SOON_FULL
            ? t('characters', { left })
            : null}
      </span>
      <VisuallyHidden>
        <span aria-live="polite">{step && t('charactersSpoken', { step, few: NEARLY_FULL })}</span>
      </VisuallyHidden>
    </span>
  );
}

function stepAt(left: number): 'few' | 'none' | 'over' | null {
  if (left < 0) return 'over';
  if (left === 0) return 'none';
  return left <= NEARLY_FULL ? 'few' : null;
}
