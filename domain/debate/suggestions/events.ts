import { reapplyWording } from '../../ot/text-change.ts';
import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveSuggestion } from './evolve-suggestion.ts';

/** The meaning of each of these events. */
export const SUGGESTION_EVENTS: EventDefinitions<
  'suggestion.made' | 'suggestion.withdrawn' | 'suggestion.settled'
> = {
  'suggestion.made': {
    evolve: evolveSuggestion,
    invert: (_, { suggestionId }) => ({ type: 'suggestion.withdraw', suggestionId }),
    subject: about.claim,
    sentAs: 'suggestion',
  },
  'suggestion.withdrawn': {
    evolve: evolveSuggestion,
    invert: invertWithdrawn,
    subject: about.claim,
    sentAs: 'suggestion',
  },
  'suggestion.settled': {
    evolve: evolveSuggestion,
    invert: invertSettled,
    subject: about.claim,
    sentAs: 'suggestion',
  },
};

function invertWithdrawn(before: DebateState, effect: EffectOf<'suggestion.withdrawn'>): Operation | null {
  const suggestion = before.suggestions.get(effect.suggestionId);
  if (!suggestion) return null;
  const { id: suggestionId, claimId, was, text, note } = suggestion;
  return { type: 'suggestion.make', suggestionId, claimId, was, text, note };
}

/** It waits again, or gets its earlier answer back. */
function invertSettled(
  before: DebateState,
  { suggestionId, claimId, outcome }: EffectOf<'suggestion.settled'>,
): Operation | null {
  const settle = { type: 'suggestion.settle', suggestionId, seen: '', note: '' } as const;
  if (outcome !== null) return { ...settle, outcome: null };
  const was = before.suggestions.get(suggestionId);
  const claim = before.claims.get(claimId);
  if (!was || !claim) return null;
  // Accepting it again means accepting what the claim says after the undo.
  const seen = was.outcome === 'accepted' ? reapplyWording(was.text, was.was, claim.text) : '';
  return { ...settle, outcome: was.outcome, seen, note: was.answer };
}
