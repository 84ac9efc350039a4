'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './_ui/button/button.tsx';
import { useMessages } from './_ui/messages/use-messages.ts';
import { Shell } from './_ui/shell/shell.tsx';
import styles from './notice.module.css';

/** The props Next gives a page's error boundary. */
export interface ErrorPageProps {
  /** `digest`: the error's number in the server's log; an error in this browser has none. */
  readonly error: Error & { readonly digest?: string };
  /** Fetches the page again. Next also passes `reset`, which would show the same failed page once more. */
  readonly retry: () => void;
}

interface ErrorNoticeProps extends ErrorPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}

/** Says that something couldn't be shown, what to do, and the ids by which an operator finds it in the log. */
export function ErrorNotice({ error, retry, title, lead, children }: ErrorNoticeProps) {
  const t = useMessages('site');
  // The page's own attributes exist only once it is shown.
  const [request, setRequest] = useState<string>();
  useEffect(() => setRequest(document.documentElement.dataset.request), []);
  return (
    <Shell title={title} lead={lead}>
      {children}
      <p className={styles.reference}>
        {t('errorReference', { reference: [request, error.digest].filter(Boolean).join(' ') })}
      </p>
      <p className={styles.ways}>
        <Button look="primary" onClick={retry}>
          {t('tryAgain')}
        </Button>
      </p>
    </Shell>
  );
}
