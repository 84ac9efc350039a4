'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { useRevert } from './use-revert.ts';

/** Returns a function that announces what was just done, with an Undo button if it can be undone: of this action, and of no other. */
export function useConfirm(): (said: string) => void {
  const store = useBoardStore();
  const announce = useAnnounce();
  const t = useMessages('board');
  const revert = useRevert();
  return useCallback(
    (said) => {
      const done = store.latestAction;
      if (done === null) return announce(said);
      announce(said, () => announce(revert('undo', done) ?? t('undoneElsewhere')));
    },
    [store, announce, t, revert],
  );
}
