'use client';

import { useCallback } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../core/announcing/announce-context.tsx';
import { useBoardStore } from '../core/store/board-context.tsx';

/** Undoes or redoes the viewer's last change and announces which. */
export function useUndoRetraction(): (which: 'undo' | 'redo') => void {
  const t = useMessages('board');
  const store = useBoardStore();
  const announce = useAnnounce();
  return useCallback(
    (which) => {
      if (which === 'undo') announce(t(store.undo() ? 'undone' : 'nothingToUndo'));
      else announce(t(store.redo() ? 'redone' : 'nothingToRedo'));
    },
    [t, store, announce],
  );
}
