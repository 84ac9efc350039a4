'use client';

import type { Rejection } from '../../../domain/debate/engine/rejections.ts';
import styles from './rejection-note.module.css';
import { useRejectionSentence } from './use-rejection-sentence.ts';

/** Why something was not done; said to those who listen as well. Takes no room while there is nothing to say. */
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
