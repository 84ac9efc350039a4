import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveLineage } from './evolve-lineage.ts';
import { argumentsBefore } from './split-parts.ts';

/** The meaning of each of these events. */
export const LINEAGE_EVENTS: EventDefinitions<
  'claim.merged' | 'claim.unmerged' | 'claim.split' | 'claim.joined'
> = {
  'claim.merged': {
    evolve: evolveLineage,
    invert: (_, { claimId }) => ({ type: 'claim.unmerge', claimId }),
    subject: about.claim,
    sentAs: 'entry',
  },
  'claim.unmerged': {
    evolve: evolveLineage,
    invert: (_, { claimId, from }) => ({ type: 'claim.merge', claimId, into: from }),
    subject: about.claim,
    sentAs: 'entry',
  },
  'claim.split': {
    evolve: evolveLineage,
    invert: (_, { claimId, parts }) => ({
      type: 'claim.join',
      claimId,
      parts: parts.map((part) => part.claimId),
    }),
    subject: about.claim,
    sentAs: 'entry',
  },
  'claim.joined': { evolve: evolveLineage, invert: invertJoined, subject: about.claim, sentAs: 'entry' },
};

/** Splits them off again as they were. */
function invertJoined(
  before: DebateState,
  { claimId, parts: joined }: EffectOf<'claim.joined'>,
): Operation | null {
  const split = before.splits.get(joined[0] ?? '');
  if (!split) return null;
  const parts = joined.flatMap((id) => {
    const part = before.claims.get(id);
    if (!part) return [];
    const takes = argumentsBefore(before, id).map(({ from }) => from);
    return [{ claimId: id, linkId: part.parentLink, text: part.text, takes }];
  });
  return { type: 'claim.split', claimId, was: split.whole, text: split.left, parts };
}
