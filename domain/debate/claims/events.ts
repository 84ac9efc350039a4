import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { REACTIONS } from '../map/claim.ts';
import { parentLinkOf } from '../map/tree.ts';
import { rate } from '../votes/ratings.ts';
import { evolveClaim } from './evolve-claim.ts';
import { ownReaction } from './reaction.ts';

/** The meaning of each of these events. */
export const CLAIM_EVENTS: EventDefinitions<
  'claim.added' | 'claim.promoted' | 'claim.moved' | 'claim.retracted' | 'claim.restored' | 'claim.reacted'
> = {
  'claim.added': {
    evolve: evolveClaim,
    invert: (_, { claimId }) => ({ type: 'claim.retract', claimId }),
    subject: about.claim,
    sentAs: 'entry',
  },
  'claim.promoted': { evolve: evolveClaim, invert: isFinal, subject: about.claim, sentAs: 'entry' },
  'claim.moved': { evolve: evolveClaim, invert: invertMove, subject: about.claim, sentAs: 'entry' },
  'claim.retracted': {
    evolve: evolveClaim,
    invert: (_, { claimId }) => ({ type: 'claim.restore', claimId }),
    subject: about.claim,
    sentAs: 'entry',
  },
  'claim.restored': { evolve: evolveClaim, invert: invertRestored, subject: about.claim, sentAs: 'entry' },
  // Stored states count people in a list as long as `REACTIONS`: a fifth reaction needs a new `ENTRY_SHAPE`.
  'claim.reacted': {
    evolve: (state, { claimId, reaction }, entry) =>
      rate(state, claimId, entry, reaction && REACTIONS.indexOf(reaction)),
    invert: (before, { claimId }, actor) => ({
      type: 'claim.react',
      claimId,
      reaction: ownReaction(before, claimId, actor),
    }),
    subject: about.claim,
    sentAs: 'rating',
  },
};

function invertMove(before: DebateState, { claimId }: EffectOf<'claim.moved'>): Operation | null {
  const link = parentLinkOf(before, claimId);
  if (!link) return null;
  const siblings = before.childLinks.get(link.target.id) ?? [];
  const after = siblings[siblings.indexOf(link.id) - 1] ?? null;
  return { type: 'claim.move', claimId, target: link.target, relation: link.relation, after };
}

function invertRestored(before: DebateState, { claimId }: EffectOf<'claim.restored'>): Operation {
  const reason = before.claims.get(claimId)?.retractedFor;
  return { type: 'claim.retract', claimId, ...(reason !== undefined && { reason }) };
}
