import { neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isChangeLocked } from '../locks/locks.ts';
import { decideSuggestion } from './decide-suggestion.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const SUGGESTION_RULES: OperationRules<
  'suggestion.make' | 'suggestion.withdraw' | 'suggestion.settle'
> = {
  'suggestion.make': {
    decide: decideSuggestion,
    refersTo: ({ claimId }) => [referTo.claim(claimId)],
    isLocked: (state, { claimId }) => isChangeLocked(state, claimId),
  },
  'suggestion.withdraw': {
    decide: decideSuggestion,
    refersTo: referTo.suggestion,
    isLocked: neverLocked,
  },
  'suggestion.settle': {
    decide: decideSuggestion,
    refersTo: referTo.suggestion,
    isLocked: (state, { suggestionId }) =>
      isChangeLocked(state, state.suggestions.get(suggestionId)?.claimId ?? ''),
  },
};
