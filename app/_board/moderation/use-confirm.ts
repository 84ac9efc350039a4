'use client';

import { useCallback } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';

/** Says what was just done, with a button that takes it back, as long as nothing was done after it. */
export function useConfirm(): (said: string) => void {
  const store = useBoardStore();
  const announce = useAnnounce();
  const t = useMessages('board');
  return useCallback(
    (said) => {
      // Steps are carried over what others do, so that only their number tells whether one came since.
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
