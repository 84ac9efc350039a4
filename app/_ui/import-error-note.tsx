'use client';

import type { ImportError } from '#domain/protocol/route-answers.ts';
import styles from './import-error-note.module.css';
import { useMessages } from './messages/use-messages.ts';

/** Why a file cannot be read, and in which line. */
export function ImportErrorNote({ problem: { problem, line, detail } }: { problem: ImportError }) {
  const t = useMessages('importing');
  return (
    <div role="alert" className={styles.problem}>
      <strong>{t(problem === 'no_claim_column' ? 'chooseColumn' : 'failed')}</strong>
      <p>
        {line !== null && <span className={styles.line}>{t('line', { line })}</span>}
        {t(`problems.${problem}`, { detail })}
      </p>
    </div>
  );
}
