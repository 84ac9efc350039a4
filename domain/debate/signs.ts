import type { Claim, Tally } from './state.ts';

/** Fewest votes for or against that tell anything. */
const LEAST_VOTES = 5;

/** The part of these that the smaller side of a contested claim has at least. */
const LEAST_SIDE = 0.4;

/** Is the room divided on it? Passes count for neither side. */
export function isContested({ agree, disagree }: Tally): boolean {
  const votes = agree + disagree;
  return votes >= LEAST_VOTES && Math.min(agree, disagree) >= LEAST_SIDE * votes;
}

/** Somebody who looks at a debate again. */
export interface Returning {
  readonly participantId: string | null;
  /** Server time up to which they knew the debate; milliseconds since 1970. */
  readonly since: number;
  /** Claims they have opened since. */
  readonly opened: ReadonlySet<string>;
}

/** Has somebody else added this claim since they last looked, and have they not opened it yet? */
export function isNewTo(claim: Claim, { participantId, since, opened }: Returning): boolean {
  return claim.at > since && claim.author !== participantId && !opened.has(claim.id);
}
