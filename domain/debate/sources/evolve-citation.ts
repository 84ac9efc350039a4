import type { Effect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import type { Passage } from './source.ts';

type CitationEffect = Extract<Effect, { type: 'claim.cited' | 'claim.uncited' }>;

/** Folds what a claim cites, and no longer cites. */
export function evolveCitation(state: DebateState, effect: CitationEffect): DebateState {
  const claim = state.claims.get(effect.claimId);
  if (!claim) return state;
  const { sourceId } = effect;
  const before = state.citations.get(claim.id)?.passages ?? [];
  if (effect.type === 'claim.cited') {
    const more = (effect.passages ?? []).map((passage) => ({ ...passage, sourceId }));
    const sources = claim.sources.includes(sourceId) ? claim.sources : [...claim.sources, sourceId];
    return withCited(state, { ...claim, sources }, more.length === 0 ? before : [...before, ...more]);
  }
  const { passages: gone, kept } = effect;
  const isGone = (passage: Passage) => passage.sourceId === sourceId && (gone?.includes(passage.id) ?? true);
  const sources = kept ? claim.sources : claim.sources.filter((id) => id !== sourceId);
  const left = before.filter((passage) => !isGone(passage));
  return withCited(state, { ...claim, sources }, left.length === before.length ? before : left);
}

function withCited(state: DebateState, claim: Claim, passages: readonly Passage[]): DebateState {
  const { id } = claim;
  const { citations } = state;
  const cited =
    passages.length === 0
      ? citations.delete(id)
      : passages === citations.get(id)?.passages
        ? citations
        : citations.set(id, { id, passages });
  return { ...state, claims: state.claims.set(id, claim), citations: cited };
}
