import { PersistentMap } from '../../collections/persistent-map.ts';
import { reapplyWording } from '../../ot/text-change.ts';
import type { Claim } from '../claims/claim.ts';
import type { Effect, LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isHiddenFrom, type Viewer } from '../visibility/hidden-content.ts';
import type { Suggestion } from './suggestion.ts';

/** What a claim would say with a suggestion accepted now: the same change of what it says by now. */
export function textOfSuggestion(
  { claims }: Pick<DebateState, 'claims'>,
  { claimId, was, text }: Suggestion,
): string {
  return reapplyWording(was, text, claims.get(claimId)?.text ?? was);
}

/** Has the claim been reworded since this was suggested? */
export function isStale({ claims }: Pick<DebateState, 'claims'>, { claimId, was }: Suggestion): boolean {
  return claims.get(claimId)?.text !== was;
}

/** The suggestion that a claim's present wording came from; undefined: its author, or others, wrote it. */
export function creditOf({ suggestions }: DebateState, { id, wording }: Claim): Suggestion | undefined {
  if (suggestions.size === 0) return undefined;
  return suggestions.find(
    ({ claimId, outcome, became }) => claimId === id && outcome === 'accepted' && became === wording,
  );
}

/**
 * Suggestions as somebody may know them. What waits, or was returned, is known to who suggested it, to the claim's author and to
 * those who run the debate; what was accepted to whoever sees the claim.
 */
export function suggestionsFor(state: DebateState, viewer: Viewer): DebateState['suggestions'] {
  const known = [...state.suggestions].flatMap(([id, suggestion]) => {
    const told = suggestionFor(state, suggestion, viewer);
    return told ? [[id, told] as const] : [];
  });
  return PersistentMap(known);
}

/** Is it a suggestion of this person's, or for a claim of theirs? */
export function isParty(
  state: DebateState,
  { author, claimId }: Suggestion,
  participantId: string | null,
): boolean {
  if (participantId === null) return false;
  return author === participantId || state.claims.get(claimId)?.author === participantId;
}

function suggestionFor(state: DebateState, suggestion: Suggestion, viewer: Viewer): Suggestion | null {
  const { claimId, outcome } = suggestion;
  if (!state.claims.has(claimId) || isHiddenFrom(state, claimId, viewer)) return null;
  if (viewer.seesAll || isParty(state, suggestion, viewer.participantId)) return suggestion;
  return outcome === 'accepted' ? { ...suggestion, note: '', answer: '' } : null;
}

type SuggestionEffect = Extract<Effect, { type: `suggestion.${string}` }>;

function isAbout(effect: Effect): effect is SuggestionEffect {
  return (
    effect.type === 'suggestion.made' ||
    effect.type === 'suggestion.withdrawn' ||
    effect.type === 'suggestion.settled'
  );
}

/** Does an entry tell of a suggestion and change nothing else? It reaches people as what they may know of it then. */
export function isOnlySuggestion({ effect }: LogEntry): boolean {
  return isAbout(effect) && (effect.type !== 'suggestion.settled' || effect.change === null);
}

/** What somebody is told of suggestions, of entries that led to `state`; null: nothing. */
export function projectSuggestions(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'suggestion.projected' }> | null {
  const about = entries.filter(({ effect }) => isAbout(effect));
  if (about.length === 0) return null;
  const suggestions: Suggestion[] = [];
  const gone = new Set<string>();
  for (const { author, effect } of about) {
    if (!isAbout(effect)) continue;
    const { suggestionId, claimId } = effect;
    const suggestion = state.suggestions.get(suggestionId);
    const known = suggestion && suggestionFor(state, suggestion, viewer);
    if (known) suggestions.push(known);
    // One that they never knew of they are not told of for being gone.
    else if (wasKnown(state, effect, author, viewer) && !isHiddenFrom(state, claimId, viewer))
      gone.add(suggestionId);
  }
  const told = [...new Map(suggestions.map((one) => [one.id, one])).values()];
  return told.length + gone.size > 0
    ? { type: 'suggestion.projected', suggestions: told, gone: [...gone] }
    : null;
}

function wasKnown(
  state: DebateState,
  effect: SuggestionEffect,
  author: string,
  { seesAll, participantId }: Viewer,
): boolean {
  // Accepted it was known to all, and what it had made of the wording is taken back for all.
  if (effect.type === 'suggestion.settled' && effect.outcome === null && effect.change !== null) return true;
  if (seesAll) return true;
  if (participantId === null) return false;
  return author === participantId || state.claims.get(effect.claimId)?.author === participantId;
}

/** Who is told something else of suggestions than all of their audience: who made them, and whose claims they are for. */
export function suggestionRecipients(entries: readonly LogEntry[], state: DebateState): string[] {
  return entries.flatMap(({ author, effect }) => {
    if (!isAbout(effect)) return [];
    const suggester = state.suggestions.get(effect.suggestionId)?.author;
    const owner = state.claims.get(effect.claimId)?.author;
    return [author, suggester, owner].filter((id) => id !== undefined);
  });
}

/** The suggestions for these claims. */
export function suggestionsOn({ suggestions }: DebateState, ids: ReadonlySet<string>): Suggestion[] {
  if (suggestions.size === 0) return [];
  return [...suggestions.values()].filter(({ claimId }) => ids.has(claimId));
}
