'use client';

import { useMessages } from './_ui/messages/use-messages.ts';
import { ErrorNotice, type ErrorPageProps } from './error-notice.tsx';

/** Page for an error. */
export default function ErrorPage(props: ErrorPageProps) {
  const t = useMessages('site');
  return <ErrorNotice {...props} title={t('errorTitle')} lead={t('errorText')} />;
}
