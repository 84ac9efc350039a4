import { createGroupLookup } from '../../collections/group-by.ts';
import { PersistentMap } from '../../collections/persistent-map.ts';
import { reapplyWording } from '../../ot/text-change.ts';
import type { Effect, LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { isHiddenFrom } from '../visibility/hidden-content.ts';
import type { Viewer } from '../visibility/viewer.ts';
import type { Suggestion } from './suggestion.ts';

/** The suggestions for a claim. There may be tens of thousands in a debate, and each claim on the screen asks at each change. */
export const suggestionsOfClaim = createGroupLookup(({ claimId }: Suggestion) => claimId);

/** A claim's wording if a suggestion were accepted now: the same change, applied to the current wording. */
export function textOfSuggestion(
  { claims }: Pick<DebateState, 'claims'>,
  { claimId, was, text }: Suggestion,
): string {
  return reapplyWording(was, text, claims.get(claimId)?.text ?? was);
}

/** True if the claim has been reworded since this was suggested. */
export function isStale({ claims }: Pick<DebateState, 'claims'>, { claimId, was }: Suggestion): boolean {
  return claims.get(claimId)?.text !== was;
}

/** The suggestion that a claim's current wording came from; undefined: its author, or others, wrote it. */
export function creditOf({ suggestions }: DebateState, { id, wording }: Claim): Suggestion | undefined {
  if (suggestions.size === 0) return undefined;
  return suggestionsOfClaim(suggestions, id).find(
    ({ outcome, became }) => outcome === 'accepted' && became === wording,
  );
}

/**
 * Suggestions as the viewer may know them. Waiting ones, and those sent back, are known to the suggester, the claim's author and
 * moderators; accepted ones to everyone who sees the claim.
 */
export function suggestionsFor(state: DebateState, viewer: Viewer): DebateState['suggestions'] {
  const known = [...state.suggestions].flatMap(([id, suggestion]) => {
    const projected = suggestionFor(state, suggestion, viewer);
    return projected ? [[id, projected] as const] : [];
  });
  return PersistentMap(known);
}

/** True if a person made the suggestion, or wrote its claim. */
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

/** True if an entry only concerns a suggestion. People receive it as what they may then know of it. */
export function isOnlySuggestion({ effect }: LogEntry): boolean {
  return isAbout(effect) && (effect.type !== 'suggestion.settled' || effect.change === null);
}

/** The projected suggestions that a viewer is sent for entries that led to `state`; null: none. */
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
    // Viewers who never knew of it are not notified that it is gone.
    else if (wasKnown(state, effect, author, viewer) && !isHiddenFrom(state, claimId, viewer))
      gone.add(suggestionId);
  }
  const projected = [...new Map(suggestions.map((one) => [one.id, one])).values()];
  return projected.length + gone.size > 0
    ? { type: 'suggestion.projected', suggestions: projected, gone: [...gone] }
    : null;
}

function wasKnown(
  state: DebateState,
  effect: SuggestionEffect,
  author: string,
  { seesAll, participantId }: Viewer,
): boolean {
  // While accepted, it was known to everyone, and its change of the wording is reverted for everyone.
  if (effect.type === 'suggestion.settled' && effect.outcome === null && effect.change !== null) return true;
  if (seesAll) return true;
  if (participantId === null) return false;
  return author === participantId || state.claims.get(effect.claimId)?.author === participantId;
}

/**
 * Participants who are sent something else about suggestions than their whole audience: the suggesters, and the authors of their claims.
 */
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
