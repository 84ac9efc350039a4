'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useReaderTime } from '#app/_ui/time/use-reader-time.ts';
import { GRACE } from '#domain/debate/engine/limits.ts';
import type { DebateHead } from '#domain/debate/head/head.ts';

/** Returns how to say that a debate is read-only, and why; the sentence is `null` for an open one. */
export function useStatusSentence(): (head: DebateHead) => string | null {
  const t = useMessages('status');
  const groups = useMessages('groups');
  const { day } = useReaderTime();
  return useCallback(
    ({ status, deleted, statusChangedAt, restrictions, plenary }) => {
      if (deleted) return t('isDeleted', { date: day(statusChangedAt + GRACE) });
      if (restrictions?.closed) return t('isClosedByAdministrator');
      if (status === 'open') return null;
      if (plenary !== null) return groups('hasEnded');
      return t(status === 'closed' ? 'isClosed' : 'isArchived');
    },
    [t, groups, day],
  );
}

/** Returns how to announce what became of a debate's status between two of its heads; the sentence is `null` if it is the same. */
export function useStatusChange(): (was: DebateHead | null, is: DebateHead | null) => string | null {
  const t = useMessages('status');
  const groups = useMessages('groups');
  const sentenceOf = useStatusSentence();
  return useCallback(
    (was, is) => {
      if (was === null || is === null) return null;
      const now = sentenceOf(is);
      if (now === sentenceOf(was)) return null;
      return now ?? (is.plenary === null ? t('isOpenAgain') : groups('isOpenAgain'));
    },
    [t, groups, sentenceOf],
  );
}
