'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';

/** Returns a function that turns a rejection into a sentence that says what to do. */
export function useRejectionSentence(): (rejection: Rejection) => string {
  const t = useMessages('rejection');
  return useCallback(({ code, limit }) => t(code, { limit: limit ?? 0 }), [t]);
}
