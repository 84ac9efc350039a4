'use client';

import { useCallback } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../core/announcing/announce-context.tsx';
import { useRevert } from '../core/commands/use-revert.ts';

/** Undoes or redoes the viewer's last change and announces which. */
export function useUndoRedo(): (which: 'undo' | 'redo') => void {
  const t = useMessages('board');
  const revert = useRevert();
  const announce = useAnnounce();
  return useCallback(
    (which) => {
      announce(revert(which) ?? t(which === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
    },
    [t, revert, announce],
  );
}
