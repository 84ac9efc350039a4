'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Failure } from '#app/_ui/requests/call-route.ts';

/** Returns a function that turns a rejection, or a server that does not answer, into a sentence that says what to do. */
export function useRejectionSentence(): (failure: Failure) => string {
  const t = useMessages('rejection');
  return useCallback(
    (failure) => (failure === 'unreachable' ? t(failure) : t(failure.code, { limit: failure.limit ?? 0 })),
    [t],
  );
}
