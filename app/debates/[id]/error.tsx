'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { ErrorNotice, type ErrorPageProps } from '../../error-notice.tsx';

/** Page for an error of a debate: what the viewer wrote is kept in this browser, and sent when the debate opens again. */
export default function DebateError(props: ErrorPageProps) {
  const t = useMessages('site');
  return <ErrorNotice {...props} title={t('debateErrorTitle')} lead={t('debateErrorText')} />;
}
