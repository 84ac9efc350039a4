'use client';

import { useMemo } from 'react';
import type { Claim } from '../../../domain/debate/claims/claim.ts';
import {
  inOrder,
  isOpenSuggestion,
  type SuggestionsAbout,
  suggestionsAbout,
} from '../../../domain/debate/suggestions/open-suggestions.ts';
import type { Suggestion } from '../../../domain/debate/suggestions/suggestion.ts';
import { creditOf } from '../../../domain/debate/suggestions/suggestions.ts';
import { useBoard } from '../store/board-context.tsx';

/** What is suggested for a claim, and what of one's own was returned: the first first. */
export function useSuggestionsOn(claimId: string): readonly Suggestion[] {
  const suggestions = useBoard(({ replica }) => replica.view.suggestions);
  const me = useBoard(({ replica }) => replica.participantId);
  return useMemo(
    () =>
      inOrder(suggestions.values())
        .filter((one) => one.claimId === claimId)
        .filter((one) => isOpenSuggestion(one) || (one.outcome === 'returned' && one.author === me)),
    [suggestions, claimId, me],
  );
}

/** What waits in the debate, and what of one's own was returned, as it concerns oneself. */
export function useSuggestionsAbout(): SuggestionsAbout {
  const view = useBoard(({ replica }) => replica.view);
  const me = useBoard(({ replica }) => replica.participantId);
  return useMemo(() => suggestionsAbout(view, me), [view, me]);
}

/** Whose suggestion a claim's present wording is; null: it was suggested by nobody. Empty: who, is told to nobody. */
export function useCredit(claim: Claim): string | null {
  return useBoard(({ replica }) => creditOf(replica.view, claim)?.author ?? null);
}
