'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';

/** What a reason for hiding is called: those everybody knows by the catalogue, others as they were written. */
export function useReasonName(): (reason: string) => string {
  const t = useMessages('moderation');
  // What waits has none yet.
  return (reason) => (reason === '' ? '' : t('reasonName', { reason, words: reason }));
}
