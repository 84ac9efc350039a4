'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readOut } from '#domain/debate/comments/mentions.ts';
import { citedClaim } from '#domain/debate/conclusion/cited-claims.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { signedText } from '../claims/signed-text.ts';
import { shortName } from '../people/use-called.ts';
import { useBoardStore } from '../store/board-context.tsx';

/**
 * Returns a function that turns a comment into plain text, for places with room for that only: people by name, claims by their text, and
 * a note where words were erased.
 * `forEveryone`: claims only as everyone may read them, as in the conclusion.
 */
export function useReadOut(forEveryone = false): (text: string) => string {
  const t = useMessages('comments');
  const claims = useMessages('claim');
  const people = useMessages('people');
  const naming = useMessages('names');
  const store = useBoardStore();
  return useCallback(
    (text) => {
      const { people: called, replica } = store.state();
      const { view } = replica;
      const said = readOut(text, {
        person: (id) =>
          `@${shortName(called.get(id)) ?? (id === '' ? naming('nobody') : people('somebody'))}`,
        claim: (id) => {
          const claim = forEveryone ? citedClaim(view, id) : view.claims.get(resolveMerge(view, id));
          return claim ? `“${claim.text}”` : t('unseenClaim');
        },
      });
      return signedText(claims, said);
    },
    [store, t, claims, people, naming, forEveryone],
  );
}
