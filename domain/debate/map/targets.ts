import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import type { Link, Target } from './link.ts';
import { namesOf, resolveMerge } from './merged.ts';

/** The reason why nothing may be put on this target, or null. */
export function targetProblem(state: DebateState, target: Target): RejectionCode | null {
  switch (target.kind) {
    case 'position': {
      const position = state.positions.get(target.id);
      if (!position) return 'unknown_position';
      return position.removed ? 'position_removed' : null;
    }
    case 'claim': {
      const claim = state.claims.get(resolveMerge(state, target.id));
      if (!claim) return 'unknown_target';
      return claim.retracted ? 'target_retracted' : null;
    }
    case 'link': {
      const link = state.links.get(target.id);
      if (!link) return 'unknown_link';
      if (link.retracted) return 'link_retracted';
      return state.claims.get(resolveMerge(state, link.from))?.retracted ? 'target_retracted' : null;
    }
  }
}

/** The active cross-link from a claim to a target, if there is one; merged claims count as the claim they were merged into. */
export function crossLinkBetween(state: DebateState, from: string, target: Target): Link | undefined {
  const now = resolveMerge(state, from);
  const ids = namesOf(state, target);
  return ids
    .flatMap((id) => state.crossLinks.get(id) ?? [])
    .map((id) => state.links.get(id))
    .find(
      (link) =>
        link && !link.retracted && resolveMerge(state, link.from) === now && ids.includes(link.target.id),
    );
}
