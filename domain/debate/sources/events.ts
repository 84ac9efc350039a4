import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { embargo } from '../visibility/embargo.ts';
import { evolveCitation } from './evolve-citation.ts';

/** The meaning of each of these events. */
export const SOURCE_EVENTS: EventDefinitions<'source.added' | 'claim.cited' | 'claim.uncited'> = {
  'source.added': { evolve: addSource, invert: isFinal, subject: about.source, sentAs: 'entry' },
  'claim.cited': { evolve: evolveCitation, invert: invertCited, subject: about.claim, sentAs: 'entry' },
  'claim.uncited': { evolve: evolveCitation, invert: invertUncited, subject: about.claim, sentAs: 'entry' },
};

function addSource(
  state: DebateState,
  { type, sourceId, embargoed, ...rest }: EffectOf<'source.added'>,
  { author }: EntryFrame,
): DebateState {
  const source = { id: sourceId, ...rest, author };
  const added = { ...state, sources: state.sources.set(sourceId, source) };
  return embargoed ? embargo(added, sourceId, author) : added;
}

/** Removes the passages again, and the source if it came with them. */
function invertCited(
  before: DebateState,
  { claimId, sourceId, passages }: EffectOf<'claim.cited'>,
): Operation {
  const wasCited = before.claims.get(claimId)?.sources.includes(sourceId) ?? false;
  if (!passages) return { type: 'claim.uncite', claimId, sourceId };
  const uncite = { type: 'claim.uncite', claimId, sourceId, passages: passages.map(({ id }) => id) } as const;
  return wasCited ? { ...uncite, keeps: true } : uncite;
}

function invertUncited(
  before: DebateState,
  { claimId, sourceId, passages: gone }: EffectOf<'claim.uncited'>,
): Operation {
  const cited = (before.citations.get(claimId)?.passages ?? []).filter(
    (passage) => passage.sourceId === sourceId && (gone?.includes(passage.id) ?? true),
  );
  const cite = { type: 'claim.cite', claimId, sourceId } as const;
  if (cited.length === 0) return cite;
  return { ...cite, passages: cited.map(({ sourceId: _, ...passage }) => passage) };
}
