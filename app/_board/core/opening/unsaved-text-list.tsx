'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { copyText } from '#app/_ui/copy-text.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './unsaved-texts.module.css';

/** Text that nobody else has, for its author to copy; nothing if there is none. */
export function UnsavedTextList({ words }: { words: readonly string[] }) {
  const t = useMessages('rejected');
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  if (words.length === 0) return null;
  const copy = async () => setOutcome((await copyText(words.join('\n\n'))) ? 'copied' : 'notCopied');
  return (
    <section className={styles.unsaved} aria-label={t('unsavedTitle')}>
      <h2 className={styles.title}>{t('unsavedTitle')}</h2>
      {words.map((one) => (
        <blockquote key={one} className={styles.words} dir="auto">
          {one}
        </blockquote>
      ))}
      <div className={styles.acts}>
        <Button size="small" onClick={copy}>
          {t('copyAll')}
        </Button>
        <p role="status">{outcome && t(outcome)}</p>
      </div>
    </section>
  );
}
