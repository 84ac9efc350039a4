'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readOut } from '#domain/debate/comments/mentions.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { shortName } from '../people/use-called.ts';
import { useBoardStore } from '../store/board-context.tsx';

/** Returns a function that turns a comment into plain text, for places with room for that only: people by name, claims by their text. */
export function useReadOut(): (text: string) => string {
  const t = useMessages('comments');
  const people = useMessages('people');
  const naming = useMessages('names');
  const store = useBoardStore();
  return useCallback(
    (text) => {
      const { people: called, replica } = store.state();
      const { view } = replica;
      return readOut(text, {
        person: (id) =>
          `@${shortName(called.get(id)) ?? (id === '' ? naming('nobody') : people('somebody'))}`,
        claim: (id) => {
          const claim = view.claims.get(resolveMerge(view, id));
          return claim ? `“${claim.text}”` : t('unseenClaim');
        },
      });
    },
    [store, t, people, naming],
  );
}
