'use client';

import { useCallback } from 'react';
import { ownRating } from '#domain/debate/votes/ratings.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { roleReasonAgainst } from '../../core/commands/role-reason.ts';
import { useSayWhyNot } from '../../core/commands/use-say-why-not.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';

/** Returns a function that rates a link; giving the same rating again withdraws it. */
export function useWeigh(): (linkId: string, weight: number) => void {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const submit = useSubmit();
  const sayWhyNot = useSayWhyNot();
  return useCallback(
    (linkId, weight) => {
      if (roleReasonAgainst(store.state(), 'link.weigh') !== null) return sayWhyNot('link.weigh');
      afterJoining(() => {
        const { view, participantId } = store.state().replica;
        const link = view.links.get(linkId);
        if (!link) return;
        const isOwn = ownRating(view, link, participantId ?? '') === weight;
        submit([{ type: 'link.weigh', linkId, weight: isOwn ? null : weight }]);
      });
    },
    [store, afterJoining, submit, sayWhyNot],
  );
}
