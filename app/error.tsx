'use client';

import { Button } from './_ui/button/button.tsx';
import { useMessages } from './_ui/messages/use-messages.ts';
import styles from './notice.module.css';

/** What stands where a page failed. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useMessages('site');
  return (
    <main className={styles.notice}>
      <h1>{t('errorTitle')}</h1>
      <p>{t('errorText')}</p>
      <Button look="primary" onClick={reset}>
        {t('tryAgain')}
      </Button>
    </main>
  );
}
