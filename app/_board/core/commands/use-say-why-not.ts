'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { OperationType } from '#domain/debate/engine/operations.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { roleReasonAgainst } from './role-reason.ts';

/** Returns a function that says why the viewer's role prevents what a key asked for: there is no button whose absence would show it. */
export function useSayWhyNot(): (type: OperationType) => void {
  const store = useBoardStore();
  const announce = useAnnounce();
  const t = useMessages('panel');
  return useCallback(
    (type) => {
      const reason = roleReasonAgainst(store.state(), type);
      if (reason !== null) announce(t(reason));
    },
    [store, announce, t],
  );
}
