import type { Origin } from '../comments/comment.ts';
import type { EffectOf } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { placeParentLink, unplaceParentLink } from '../map/placement.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { embargo } from '../visibility/embargo.ts';
import { hideContent } from '../visibility/hide-content.ts';
import { withRatings } from '../votes/ratings.ts';
import { NO_VOTES } from '../votes/vote.ts';
import type { Promotion } from './promotion.ts';

type ClaimEffect = EffectOf<
  'claim.added' | 'claim.promoted' | 'claim.moved' | 'claim.retracted' | 'claim.restored'
>;

/** Folds the effects on a claim. */
export function evolveClaim(state: DebateState, effect: ClaimEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'claim.added') return addClaim(state, effect, entry);
  const claim = state.claims.get(effect.claimId);
  if (!claim) return state;
  switch (effect.type) {
    case 'claim.promoted':
      return withPromotion(state, { id: claim.id, group: null, at: entry.at });
    case 'claim.moved':
      return moveClaim(state, claim, effect);
    case 'claim.retracted':
      return retractClaim(state, claim, effect, entry);
    case 'claim.restored': {
      const { retractedFor: _, ...restored } = claim;
      const { againstAuthor } = effect;
      return put(state, { ...restored, retracted: false, ...(againstAuthor && { againstAuthor }) });
    }
  }
}

function addClaim(
  state: DebateState,
  effect: Extract<ClaimEffect, { type: 'claim.added' }>,
  { author, at }: EntryFrame,
): DebateState {
  const {
    claimId,
    linkId,
    target,
    relation,
    positionId,
    text,
    order,
    sources,
    byModerator,
    steelman: by,
  } = effect;
  const claim: Claim = {
    id: claimId,
    positionId,
    text,
    wording: 1,
    wordings: 1,
    before: null,
    author,
    at,
    editedAt: null,
    retracted: false,
    sources,
    parentLink: linkId,
    tally: NO_VOTES,
    ...(byModerator && { byModerator }),
    ...(by !== undefined && { steelman: { by, recognized: [], answers: [] } }),
  };
  const link = {
    id: linkId,
    from: claimId,
    target,
    relation,
    parent: true,
    order,
    author,
    at,
    retracted: false,
  };
  const placed = placeParentLink(put(state, claim), link);
  const { group, comment } = effect;
  const fromGroup = group === undefined ? placed : withPromotion(placed, { id: claimId, group, at });
  const lineage = comment === undefined ? fromGroup : withOrigin(fromGroup, { id: claimId, comment });
  const added = effect.embargoed ? embargo(lineage, claimId, author) : lineage;
  return effect.pendingApproval
    ? hideContent(added, [claimId], 'pending_approval', { by: author, at })
    : added;
}

function retractClaim(
  state: DebateState,
  { againstAuthor: _, ...claim }: Claim,
  { reason, unlogged }: Extract<ClaimEffect, { type: 'claim.retracted' }>,
  entry: EntryFrame,
): DebateState {
  if (reason === undefined) return put(state, { ...claim, retracted: true });
  const retracted = put(state, { ...claim, retracted: true, retractedFor: reason });
  if (unlogged) return retracted;
  return logModeration(retracted, entry, { what: 'retracted', on: [claim.id], reason, note: '' });
}

function moveClaim(
  state: DebateState,
  claim: Claim,
  { target, relation, order }: Extract<ClaimEffect, { type: 'claim.moved' }>,
): DebateState {
  const link = state.links.get(claim.parentLink);
  if (!link) return state;
  return placeParentLink(
    unplaceParentLink(state, link),
    withRatings(state, { ...link, target, relation, order }),
  );
}

function withOrigin(state: DebateState, origin: Origin): DebateState {
  return { ...state, origins: state.origins.set(origin.id, origin) };
}

function withPromotion(state: DebateState, brought: Promotion): DebateState {
  return { ...state, promotions: state.promotions.set(brought.id, brought) };
}

function put(state: DebateState, claim: Claim): DebateState {
  return { ...state, claims: state.claims.set(claim.id, claim) };
}
