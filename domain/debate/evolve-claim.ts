import type { Effect, EntryFrame } from './entries.ts';
import { evolveCitation } from './evolve-citation.ts';
import type { LineageEffect } from './evolve-lineage.ts';
import { hideContent } from './hold-back.ts';
import { logModeration } from './noted-act.ts';
import { placeParentLink, unplaceParentLink } from './placement.ts';
import type { Claim } from './records/claim.ts';
import type { Origin } from './records/comment.ts';
import type { Promotion } from './records/group.ts';
import { NO_VOTES } from './records/vote.ts';
import type { DebateState } from './state.ts';
import { embargo } from './veil.ts';
import { weighed } from './weights.ts';

type ClaimEffect = Exclude<
  Extract<Effect, { type: `claim.${string}` }>,
  { type: 'claim.edited' | LineageEffect['type'] }
>;

/** Folds what happens to a claim. */
export function evolveClaim(state: DebateState, effect: ClaimEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'claim.added') return addClaim(state, effect, entry);
  const claim = state.claims.get(effect.claimId);
  if (!claim) return state;
  switch (effect.type) {
    case 'claim.given':
      return withBrought(state, { id: claim.id, group: null, at: entry.at });
    case 'claim.moved':
      return moveClaim(state, claim, effect);
    case 'claim.retracted':
      return retractClaim(state, claim, effect, entry);
    case 'claim.restored': {
      const { retractedFor: _, ...restored } = claim;
      const { againstAuthor } = effect;
      return put(state, { ...restored, retracted: false, ...(againstAuthor && { againstAuthor }) });
    }
    case 'claim.cited':
    case 'claim.uncited':
      return evolveCitation(state, claim, effect);
  }
}

function addClaim(
  state: DebateState,
  effect: Extract<ClaimEffect, { type: 'claim.added' }>,
  { author, at }: EntryFrame,
): DebateState {
  const { claimId, linkId, target, relation, positionId, text, order, sources, byModerator } = effect;
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
  const fromGroup = group === undefined ? placed : withBrought(placed, { id: claimId, group, at });
  const lineage = comment === undefined ? fromGroup : withOrigin(fromGroup, { id: claimId, comment });
  const added = effect.veiled ? embargo(lineage, claimId, author) : lineage;
  return effect.held ? hideContent(added, [claimId], 'held', { by: author, at }) : added;
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
    weighed(state, { ...link, target, relation, order }),
  );
}

function withOrigin(state: DebateState, origin: Origin): DebateState {
  return { ...state, origins: state.origins.set(origin.id, origin) };
}

function withBrought(state: DebateState, brought: Promotion): DebateState {
  return { ...state, brought: state.brought.set(brought.id, brought) };
}

function put(state: DebateState, claim: Claim): DebateState {
  return { ...state, claims: state.claims.set(claim.id, claim) };
}
