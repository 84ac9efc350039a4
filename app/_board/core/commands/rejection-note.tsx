'use client';

import type { Failure } from '#app/_ui/requests/call-route.ts';
import styles from './rejection-note.module.css';
import { useRejectionSentence } from './use-rejection-sentence.ts';

interface RejectionNoteProps {
  readonly rejection: Failure | null;
  /** For the field that it describes. */
  readonly id?: string;
}

/** Says why something was not done, also to screen readers. Takes no room while it is empty. */
export function RejectionNote({ rejection, id }: RejectionNoteProps) {
  const sentence = useRejectionSentence();
  return (
    <div id={id} role="alert">
      {rejection && (
        <p className={styles.note} data-code={rejection === 'unreachable' ? rejection : rejection.code}>
          {sentence(rejection)}
        </p>
      )}
    </div>
  );
}
