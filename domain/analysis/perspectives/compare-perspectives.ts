import { agreeShare, type PerspectiveVotes, type VoteCounts, votersIn } from './perspective.ts';

/** A claim on which both perspectives have votes for or against. */
export interface ComparedClaim {
  readonly id: string;
  readonly left: VoteCounts;
  readonly right: VoteCounts;
  /** Share of agreement on the left minus that on the right, from −1 to 1. */
  readonly difference: number;
}

/** Two perspectives side by side. */
export interface Comparison {
  /** The largest difference first. */
  readonly differing: readonly ComparedClaim[];
  /** Claims that most people of both agree with, or of both disagree with: the clearest first. */
  readonly shared: readonly ComparedClaim[];
  /** Number of claims on which only one of the two, or neither, has votes for or against. */
  readonly notCompared: number;
}

/** From this share on, people are said to be on one side: two of three. */
const CLEAR_SHARE = 2 / 3;
/** From one part in so many of the scale on, perspectives are said to differ. */
const CLEAR_PARTS = 4;

/** Compares two perspectives on these claims. Claims with equal results keep the order in which they are given. */
export function comparePerspectives(
  left: PerspectiveVotes,
  right: PerspectiveVotes,
  claimIds: readonly string[],
): Comparison {
  const compared: ComparedClaim[] = [];
  for (const id of claimIds) {
    const [one, other] = [left.get(id), right.get(id)];
    const [share, otherShare] = [agreeShare(one), agreeShare(other)];
    if (!one || !other || share === null || otherShare === null) continue;
    compared.push({ id, left: one, right: other, difference: share - otherShare });
  }
  const voters = (claim: ComparedClaim) => Math.min(votersIn(claim.left), votersIn(claim.right));
  return {
    differing: compared
      .filter(isFarApart)
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || voters(b) - voters(a)),
    shared: compared
      .filter((claim) => clarity(claim) >= CLEAR_SHARE)
      .sort((a, b) => clarity(b) - clarity(a) || voters(b) - voters(a)),
    notCompared: claimIds.length - compared.length,
  };
}

/** In whole numbers: 7 of 10 and 9 of 20 are a quarter apart, their fractions a little less. */
function isFarApart({ left, right }: ComparedClaim): boolean {
  const [one, other] = [left.agree + left.disagree, right.agree + right.disagree];
  return CLEAR_PARTS * Math.abs(left.agree * other - right.agree * one) >= one * other;
}

/** The share of the less certain of the two for the side that both are on. */
function clarity({ left, right }: ComparedClaim): number {
  const [one, other] = [agreeShare(left) ?? 0, agreeShare(right) ?? 0];
  return Math.max(Math.min(one, other), Math.min(1 - one, 1 - other));
}
