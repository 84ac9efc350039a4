'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';

/** Returns a function that announces what was just done, with an Undo button while nothing has been done after it. */
export function useConfirm(): (said: string) => void {
  const store = useBoardStore();
  const announce = useAnnounce();
  const t = useMessages('board');
  return useCallback(
    (said) => {
      // Undo steps are rebased over others' changes, so that only their number shows whether one was added.
      const { length } = store.state().undo.undo;
      if (length === 0) return announce(said);
      announce(said, () => {
        const isLast = store.state().undo.undo.length === length;
        announce(isLast && store.undo() ? t('undone') : t('undoneElsewhere'));
      });
    },
    [store, announce, t],
  );
}
