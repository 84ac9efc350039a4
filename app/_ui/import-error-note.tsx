'use client';

import type { ImportError } from '#domain/protocol/route-answers.ts';
import styles from './import-error-note.module.css';
import { useMessages } from './messages/use-messages.ts';

interface ImportErrorNoteProps {
  readonly problem: ImportError;
  /** True if text was pasted. */
  readonly isText?: boolean;
}

/** Why a file or pasted text cannot be read, and in which line. */
export function ImportErrorNote({
  problem: { problem, line, detail },
  isText = false,
}: ImportErrorNoteProps) {
  const t = useMessages('importing');
  const failed = t(isText ? 'failedText' : 'failed');
  return (
    <div role="alert" className={styles.problem}>
      <strong>{problem === 'no_claim_column' ? t('chooseColumn') : failed}</strong>
      <p>
        {line !== null && <span className={styles.line}>{t('line', { line })}</span>}
        {isText && problem === 'unknown_format' ? t('unknownText') : t(`problems.${problem}`, { detail })}
      </p>
    </div>
  );
}
