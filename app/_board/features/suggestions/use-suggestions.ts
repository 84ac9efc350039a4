'use client';

import { useMemo } from 'react';
import type { Claim } from '#domain/debate/map/claim.ts';
import {
  inOrder,
  isOpenSuggestion,
  type SuggestionsAbout,
  suggestionsAbout,
} from '#domain/debate/suggestions/open-suggestions.ts';
import type { Suggestion } from '#domain/debate/suggestions/suggestion.ts';
import { creditOf, suggestionsOfClaim } from '#domain/debate/suggestions/suggestions.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the suggestions for a claim, and the viewer's own that were sent back, in order. */
export function useSuggestionsOn(claimId: string): readonly Suggestion[] {
  const suggestions = useBoard(({ replica }) => replica.view.suggestions);
  const me = useBoard(({ replica }) => replica.participantId);
  return useMemo(
    () =>
      inOrder(suggestionsOfClaim(suggestions, claimId)).filter(
        (one) => isOpenSuggestion(one) || (one.outcome === 'sent_back' && one.author === me),
      ),
    [suggestions, claimId, me],
  );
}

/** Returns the debate's open suggestions and the viewer's own that were sent back, by how they concern the viewer. */
export function useSuggestionsAbout(): SuggestionsAbout {
  const view = useBoard(({ replica }) => replica.view);
  const me = useBoard(({ replica }) => replica.participantId);
  return useMemo(() => suggestionsAbout(view, me), [view, me]);
}

/**
 * Returns the author of the suggestion that is a claim's present wording; `null`: it was not suggested. Empty: the author is not
 * disclosed.
 */
export function useCredit(claim: Claim): string | null {
  return useBoard(({ replica }) => creditOf(replica.view, claim)?.author ?? null);
}
