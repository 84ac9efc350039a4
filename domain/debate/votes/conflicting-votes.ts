import type { DebateState } from '../engine/state.ts';
import type { Link } from '../map/link.ts';
import { mergeGroup, resolveMerge, targetNow } from '../map/merged.ts';
import { parentLinkOf } from '../map/tree.ts';
import { claimsVotedOn } from './claims-voted-on.ts';
import { currentAnswer } from './guided-order.ts';

/** A claim, and an attack on it, with both of which a person agrees. */
export interface ConflictingVotes {
  readonly claimId: string;
  readonly attackerId: string;
}

/**
 * Where a person's own votes conflict: they agree with the present wording of a claim, and with a claim that attacks it, in the map or by
 * a cross-link. An undercut is no such attack: it may be true together with both claims of the link it questions.
 */
export function conflictingVotes(state: DebateState, participantId: string | null): ConflictingVotes[] {
  if (participantId === null) return [];
  const agreed = agreedBy(state, participantId);
  const pairs = new Map<string, ConflictingVotes>();
  for (const attackerId of agreed)
    for (const { relation, retracted, target } of linksFrom(state, attackerId)) {
      if (relation !== 'attack' || retracted || target.kind !== 'claim') continue;
      const claimId = targetNow(state, target).id;
      if (claimId !== attackerId && agreed.has(claimId))
        pairs.set(`${claimId} ${attackerId}`, { claimId, attackerId });
    }
  return [...pairs.values()];
}

/** The pairs that this claim is one of. */
export function conflictingVotesAt(
  state: DebateState,
  participantId: string | null,
  claimId: string,
): ConflictingVotes[] {
  const claim = state.claims.get(claimId);
  if (!claim || currentAnswer(state, claim, participantId) !== 'agree') return [];
  return conflictingVotes(state, participantId).filter(
    (pair) => pair.claimId === claimId || pair.attackerId === claimId,
  );
}

/** The claims whose present wording a person agrees with. */
function agreedBy(state: DebateState, participantId: string): ReadonlySet<string> {
  const agreed = new Set<string>();
  for (const on of claimsVotedOn(state.votes, participantId)) {
    const claim = state.claims.get(resolveMerge(state, on));
    if (claim && !claim.retracted && currentAnswer(state, claim, participantId) === 'agree')
      agreed.add(claim.id);
  }
  return agreed;
}

/** The links that say what a claim bears on: its parent link, and the cross-links from it and from what was merged into it. */
function linksFrom(state: DebateState, claimId: string): Link[] {
  const crossLinks = mergeGroup(state, claimId).flatMap((from) =>
    (state.crossLinks.get(from) ?? []).flatMap((id) => {
      const link = state.links.get(id);
      return link?.from === from ? [link] : [];
    }),
  );
  const parent = parentLinkOf(state, claimId);
  return parent ? [parent, ...crossLinks] : crossLinks;
}
