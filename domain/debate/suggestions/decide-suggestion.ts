import { reapplyWording } from '../../ot/text-change.ts';
import { wordChange } from '../../ot/word-difference.ts';
import { approvalProblem } from '../contributions/needs-approval.ts';
import { restoredWording } from '../edits/decide-text.ts';
import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { claimSideProblem } from '../participants/teams.ts';
import { historyOf } from '../texts/texts.ts';
import { textProblem } from '../texts/wording.ts';
import { isOpenSuggestion } from './open-suggestions.ts';
import type { Suggestion } from './suggestion.ts';
import { textOfSuggestion } from './suggestions.ts';

type SuggestionOperation = OperationOf<`suggestion.${'make' | 'withdraw' | 'settle'}`>;

/** Suggests another wording for someone else's claim, withdraws it, and accepts it or sends it back. */
export function decideSuggestion(state: DebateState, operation: SuggestionOperation, actor: Actor): Decision {
  switch (operation.type) {
    case 'suggestion.make':
      return decideMake(state, operation, actor);
    case 'suggestion.withdraw': {
      const suggestion = state.suggestions.get(operation.suggestionId);
      if (!may(state, actor, operation.type, suggestion?.author ?? null)) return refuse('not_allowed');
      if (!suggestion || !isOpenSuggestion(suggestion)) return refuse('nothing_changed');
      const { id: suggestionId, claimId } = suggestion;
      return accept({ type: 'suggestion.withdrawn', suggestionId, claimId });
    }
    case 'suggestion.settle':
      return decideSettle(state, operation, actor);
  }
}

function decideMake(
  state: DebateState,
  { suggestionId, claimId, was, text, note }: OperationOf<'suggestion.make'>,
  actor: Actor,
): Decision {
  const claim = state.claims.get(claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, 'suggestion.make', claim.author)) return refuse('not_allowed');
  const unfit = unfitProblem(state, claim);
  if (unfit) return refuse(unfit);
  if (isTaken(state, suggestionId)) return refuse('id_taken');
  const wanted = reapplyWording(was, text, claim.text);
  const problem =
    wordingProblem(was) ??
    wordingProblem(text) ??
    wordingProblem(wanted) ??
    textProblem(note, LIMITS.noteCharacters, 'allowed');
  if (problem) return refuse(problem);
  const open = [...state.suggestions.values()].filter(isOpenSuggestion);
  if (wanted === claim.text || open.some((one) => isSame(state, one, actor, claimId, wanted)))
    return refuse('nothing_changed');
  const full = fullLimit(open, claimId, actor);
  if (full !== null) return refuse('suggestions_full', full);
  if (state.suggestions.size >= LIMITS.suggestions) return refuse('too_many', LIMITS.suggestions);
  const change = wordChange(claim.text, wanted);
  return accept({ type: 'suggestion.made', suggestionId, claimId, change, note });
}

/** The limit of open suggestions that this person has reached, for this claim or in all; null: none. */
function fullLimit(open: readonly Suggestion[], claimId: string, { id }: Actor): number | null {
  const own = open.filter(({ author }) => author === id);
  const isOnClaim = (one: Suggestion) => one.claimId === claimId;
  if (own.filter(isOnClaim).length >= LIMITS.ownSuggestionsPerClaim) return LIMITS.ownSuggestionsPerClaim;
  if (own.length >= LIMITS.openSuggestions) return LIMITS.openSuggestions;
  return open.filter(isOnClaim).length >= LIMITS.openSuggestionsPerClaim
    ? LIMITS.openSuggestionsPerClaim
    : null;
}

/** True if this person has already suggested that. */
function isSame(state: DebateState, one: Suggestion, actor: Actor, claimId: string, wanted: string): boolean {
  return one.claimId === claimId && one.author === actor.id && textOfSuggestion(state, one) === wanted;
}

function decideSettle(
  state: DebateState,
  { suggestionId, outcome, seen, note }: OperationOf<'suggestion.settle'>,
  actor: Actor,
): Decision {
  const suggestion = state.suggestions.get(suggestionId);
  const claim = state.claims.get(suggestion?.claimId ?? '');
  if (!suggestion || !claim) return refuse('unknown_suggestion');
  if (!may(state, actor, 'suggestion.settle', claim.author)) return refuse('not_allowed');
  const unfit = unfitProblem(state, claim) ?? claimSideProblem(state, actor, claim);
  if (unfit) return refuse(unfit);
  // The first answer counts; another one requires undoing it first.
  if (isOpenSuggestion(suggestion) === (outcome === null)) return refuse('nothing_changed');
  const settled = { type: 'suggestion.settled', suggestionId, claimId: claim.id } as const;
  if (outcome === 'sent_back') {
    const problem = textProblem(note, LIMITS.noteCharacters);
    return problem ? refuse(problem) : accept({ ...settled, outcome, change: null, note });
  }
  const text = outcome === null ? textBefore(state, claim, suggestion) : textOfSuggestion(state, suggestion);
  if (outcome === 'accepted' && seen !== claim.text) return refuse('suggestion_stale');
  if (text === null) return refuse('suggestion_stale');
  if (text === claim.text) {
    if (outcome === 'accepted') return refuse('nothing_changed');
    return accept({ ...settled, outcome, change: null, note: '' });
  }
  const problem = approvalProblem(state, actor, claim.id) ?? wordingProblem(text);
  if (problem) return refuse(problem);
  const back = restoredWording(state, { ...claim, text });
  const change = wordChange(claim.text, text);
  return accept({ ...settled, outcome, change, note: '', ...(back && { back }) });
}

/** A claim's wording once the answer to a suggestion is undone; null: it has been reworded since. */
function textBefore(
  state: DebateState,
  claim: Claim,
  { outcome, became, was, text }: Suggestion,
): string | null {
  if (outcome === 'sent_back') return claim.text;
  const { sealed } = historyOf(state, claim.id);
  const isAsAccepted = claim.wording === became && (sealed === null || sealed === claim.text);
  return isAsAccepted ? reapplyWording(text, was, claim.text) : null;
}

function unfitProblem(state: DebateState, claim: Claim): RejectionCode | null {
  if (claim.retracted) return 'claim_retracted';
  return state.merges.has(claim.id) ? 'claim_merged' : null;
}

function wordingProblem(text: string) {
  return textProblem(text, LIMITS.wordingCharacters);
}
