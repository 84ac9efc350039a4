'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RETURN_REASONS } from '#domain/debate/head/reasons.ts';

/** Returns a function that names a reason: the catalogue's name for codes, others as they were written. */
export function useReasonName(): (reason: string) => string {
  const t = useMessages('moderation');
  return (reason) => {
    // Waiting content has no reason yet.
    if (reason === '') return '';
    const ofReturn = RETURN_REASONS.find((one) => one === reason);
    return ofReturn ? t(`returnReason.${ofReturn}`) : t('reasonName', { reason, words: reason });
  };
}
