import { createGroupLookup } from '../../collections/group-by.ts';
import type { DebateState } from '../engine/state.ts';
import type { Suggestion } from './suggestion.ts';

/** True if nobody has answered it yet. */
export function isOpenSuggestion({ outcome }: Pick<Suggestion, 'outcome'>): boolean {
  return outcome === null;
}

const byAnswer = createGroupLookup<Suggestion>(({ outcome }) => (outcome === null ? 'open' : 'answered'));

/** Suggestions that wait for an answer. Takes as long as there are suggestions, once for each state of them. */
export function openSuggestions(suggestions: DebateState['suggestions']): readonly Suggestion[] {
  return byAnswer(suggestions, 'open');
}

/** A person's open suggestions, by what they can do with them; oldest first. */
export interface SuggestionsAbout {
  /** For their own claims: they answer them. */
  readonly toAnswer: readonly Suggestion[];
  /** For others' claims; moderators may answer these too. */
  readonly others: readonly Suggestion[];
  /** Made by the person: waiting, or sent back with a reason. */
  readonly own: readonly Suggestion[];
}

/**
 * Suggestions that wait or were sent back, as they concern a person, among those they may know. Suggestions for retracted or merged claims
 * cannot be answered.
 */
export function suggestionsAbout(state: DebateState, participantId: string | null): SuggestionsAbout {
  const about = { toAnswer: [] as Suggestion[], others: [] as Suggestion[], own: [] as Suggestion[] };
  const unfinished = [...state.suggestions.values()].filter(({ outcome }) => outcome !== 'accepted');
  for (const suggestion of inOrder(unfinished)) {
    const { author, claimId } = suggestion;
    const isOwn = participantId !== null && author === participantId;
    if (isOwn) about.own.push(suggestion);
    if (isOwn || !isToAnswer(state, suggestion)) continue;
    const isTheirs = participantId !== null && state.claims.get(claimId)?.author === participantId;
    about[isTheirs ? 'toAnswer' : 'others'].push(suggestion);
  }
  return about;
}

/** True if it waits for an answer, for an active claim. */
export function isToAnswer(
  { claims, merges }: Pick<DebateState, 'claims' | 'merges'>,
  suggestion: Suggestion,
): boolean {
  const { claimId } = suggestion;
  return isOpenSuggestion(suggestion) && claims.get(claimId)?.retracted === false && !merges.has(claimId);
}

/** Suggestions in the order in which they were made. */
export function inOrder(suggestions: Iterable<Suggestion>): Suggestion[] {
  return [...suggestions].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
