import type { DebateState } from '../engine/state.ts';
import type { Suggestion } from './suggestion.ts';

/** Has nobody answered it yet? */
export function isOpenSuggestion({ outcome }: Pick<Suggestion, 'outcome'>): boolean {
  return outcome === null;
}

/** Suggestions that are not done with, by what somebody has to do with them; in each the oldest first. */
export interface SuggestionsAbout {
  /** For what they wrote: they answer them. */
  readonly toAnswer: readonly Suggestion[];
  /** For what others wrote; those who run the debate may answer these too. */
  readonly others: readonly Suggestion[];
  /** Made by themselves: waiting, or returned with a reason. */
  readonly own: readonly Suggestion[];
}

/** What waits, and what was returned, as it concerns a person, of what they know of. What is retracted or merged is answered by nobody. */
export function suggestionsAbout(state: DebateState, participantId: string | null): SuggestionsAbout {
  const about = { toAnswer: [] as Suggestion[], others: [] as Suggestion[], own: [] as Suggestion[] };
  for (const suggestion of inOrder(state.suggestions.values())) {
    const { author, outcome, claimId } = suggestion;
    const isOwn = participantId !== null && author === participantId;
    if (isOwn && outcome !== 'accepted') about.own.push(suggestion);
    if (isOwn || !isToAnswer(state, suggestion)) continue;
    const isTheirs = participantId !== null && state.claims.get(claimId)?.author === participantId;
    about[isTheirs ? 'toAnswer' : 'others'].push(suggestion);
  }
  return about;
}

/** Does it wait for an answer, for a claim that stands? */
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
