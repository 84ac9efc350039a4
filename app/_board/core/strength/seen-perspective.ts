import { agreeShare, type VoteCounts } from '#domain/analysis/perspectives/perspective.ts';
import { strengthLook } from '#domain/analysis/strength/shown-strength.ts';
import { useViewPart } from '../view/view-provider.tsx';
import { useStrength } from './strength-context.tsx';

/** Returns a claim's votes in the perspective that the viewer chose; `null`: it shows none; undefined: there is no perspective. */
export function useSeenVotes(claimId: string): VoteCounts | null | undefined {
  return useViewPart(({ seen }) => (seen === null ? undefined : (seen.votes.get(claimId) ?? null)));
}

/** Returns the perspective's name, if there is one. */
export function useSeenName(): string | undefined {
  return useViewPart(({ seen }) => seen?.name);
}

/** Returns the strength of a claim or position as the viewer sees the debate: in the chosen perspective, otherwise everyone's. */
export function useSeenStrength(id: string): number | undefined {
  const everyones = useStrength(id);
  const isChosen = useViewPart(({ seen }) => seen !== null);
  const seen = useViewPart((parts) => parts.seen?.strengthOf?.(id));
  return isChosen ? seen : everyones;
}

/** Returns how a claim stands out in the chosen perspective; undefined: there is none, or it is in the middle. */
export function useSeenLook(claimId: string): 'strong' | 'weak' | 'none' | undefined {
  return useViewPart(({ seen }) => {
    if (seen === null) return undefined;
    if (agreeShare(seen.votes.get(claimId)) === null) return 'none';
    const strength = seen.strengthOf?.(claimId);
    return strength === undefined ? undefined : strengthLook(strength);
  });
}
