import { PersistentMap } from '../../collections/persistent-map.ts';
import { applyChange } from '../../ot/text-change.ts';
import { withLatest } from '../contributions/with-latest.ts';
import { sealAtOnce } from '../edits/evolve-text.ts';
import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import { changeText } from '../texts/texts.ts';
import type { Suggestion } from './suggestion.ts';

type SuggestionEffect = Extract<ProjectedEntry['effect'], { type: `suggestion.${string}` }>;

/** Folds suggested wordings and their outcomes. */
export function evolveSuggestion(
  state: DebateState,
  effect: SuggestionEffect,
  entry: EntryFrame,
): DebateState {
  const { suggestions } = state;
  switch (effect.type) {
    case 'suggestion.made': {
      const { suggestionId: id, claimId, change, note } = effect;
      const claim = state.claims.get(claimId);
      const text = claim && applyChange(claim.text, change);
      if (!claim || typeof text !== 'string') return state;
      const { author, at } = entry;
      const made = { id, claimId, was: claim.text, wording: claim.wording, text, note, author, at };
      return {
        ...state,
        suggestions: suggestions.set(id, { ...made, outcome: null, became: 0, answer: '', by: '' }),
      };
    }
    case 'suggestion.withdrawn':
      return { ...state, suggestions: suggestions.delete(effect.suggestionId) };
    case 'suggestion.settled': {
      const reworded = reword(state, effect, entry);
      const suggestion = suggestions.get(effect.suggestionId);
      return suggestion ? withSettled(reworded, suggestion, effect, entry) : reworded;
    }
    case 'suggestion.projected': {
      const projected = effect.suggestions.map((one) => [one.id, one] as const);
      return { ...state, suggestions: suggestions.deleteAll(effect.gone).merge(PersistentMap(projected)) };
    }
  }
}

/** The claim after the answer: if its wording changes, it is marked for everyone to read again. */
function reword(
  state: DebateState,
  effect: Extract<SuggestionEffect, { type: 'suggestion.settled' }>,
  entry: EntryFrame,
): DebateState {
  const { claimId, change } = effect;
  const changed = change ? changeText(state, claimId, change, entry) : state;
  if (changed === state) return state;
  const dated = withLatest(changed, [claimId], 'reworded', entry.author, entry.at);
  return sealAtOnce(dated, claimId, effect);
}

function withSettled(
  state: DebateState,
  suggestion: Suggestion,
  { outcome, note: answer }: Extract<SuggestionEffect, { type: 'suggestion.settled' }>,
  { actor }: EntryFrame,
): DebateState {
  // The answer may come from the claim's author: in an anonymous debate nobody may know.
  const by = outcome === null || isAnonymous(state) ? '' : actor;
  const became = outcome === 'accepted' ? (state.claims.get(suggestion.claimId)?.wording ?? 0) : 0;
  const settled = { ...suggestion, outcome, became, answer, by };
  return { ...state, suggestions: state.suggestions.set(suggestion.id, settled) };
}
