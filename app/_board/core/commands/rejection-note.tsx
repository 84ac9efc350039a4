'use client';

import type { Failure } from '#app/_ui/requests/call-route.ts';
import styles from './rejection-note.module.css';
import { useRejectionSentence } from './use-rejection-sentence.ts';

/** Says why something was not done, also to screen readers. Takes no room while it is empty. */
export function RejectionNote({ rejection }: { rejection: Failure | null }) {
  const sentence = useRejectionSentence();
  return (
    <div role="alert">
      {rejection && (
        <p className={styles.note} data-code={rejection === 'unreachable' ? rejection : rejection.code}>
          {sentence(rejection)}
        </p>
      )}
    </div>
  );
}
