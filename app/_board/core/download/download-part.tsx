'use client';

import { useFormatter } from 'use-intl/react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useRejectionSentence } from '../commands/use-rejection-sentence.ts';
import styles from './download-part.module.css';
import { type Download, useDownload } from './use-download.ts';

/** Downloads a file that the server makes, and shows the progress or why it failed. */
export function DownloadPart({ address, disabled = false }: { address: string; disabled?: boolean }) {
  const t = useMessages('exporting');
  const format = useFormatter();
  const { state, start, stop } = useDownload();
  const isRunning = state.kind === 'making' || state.kind === 'arriving';
  const megabytes = (bytes: number) =>
    format.number(bytes / 1_000_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className={styles.part}>
      <div className={styles.progress}>
        {isRunning && <progress className={styles.bar} aria-label={t('making')} />}
        <span role="status">
          {state.kind === 'making' && t('making')}
          {state.kind === 'done' && t('done')}
          {state.kind === 'failed' && <WhyFailed why={state.why} />}
        </span>
        {/* Not in the live region, which would speak with each piece that arrives. */}
        {state.kind === 'arriving' && t('arriving', { megabytes: megabytes(state.bytes) })}
      </div>
      {isRunning ? (
        // The second press of a double click on Download stops nothing.
        <Button onClick={(event) => isRepeatedClick(event) || stop()}>{t('stop')}</Button>
      ) : (
        <Button look="primary" disabled={disabled} onClick={() => start(address)}>
          {t('get')}
        </Button>
      )}
    </div>
  );
}

function WhyFailed({ why }: { why: Extract<Download, { kind: 'failed' }>['why'] }) {
  const t = useMessages('exporting');
  const sentence = useRejectionSentence();
  return why ? sentence(why) : t('failed');
}
