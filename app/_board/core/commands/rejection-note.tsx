'use client';

import type { Rejection } from '#domain/debate/engine/rejections.ts';
import styles from './rejection-note.module.css';
import { useRejectionSentence } from './use-rejection-sentence.ts';

/** Says why something was not done, also to screen readers. Takes no room while it is empty. */
export function RejectionNote({ rejection }: { rejection: Rejection | null }) {
  const sentence = useRejectionSentence();
  return (
    <div role="alert">
      {rejection && (
        <p className={styles.note} data-code={rejection.code}>
          {sentence(rejection)}
        </p>
      )}
    </div>
  );
}
