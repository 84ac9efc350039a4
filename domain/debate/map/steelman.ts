import type { DebateState } from '../engine/state.ts';
import type { Claim } from './claim.ts';
import type { Relation, Target } from './link.ts';
import { resolveMerge } from './merged.ts';

/** The best case for a position, written by another position's team. It waits until people of that position recognize it as their view. */
export interface Steelman {
  /** The position whose team wrote it. */
  readonly by: string;
  /** The wordings that are recognized; it waits while the present one is not among them. */
  readonly recognized: readonly number[];
  /** At most one of each person, and one that moderators recorded. */
  readonly answers: readonly SteelmanAnswer[];
}

/** A person's answer: that this is their view, or that something is missing, which a comment says. */
export interface SteelmanAnswer {
  /** Of this answer among those to the same steelman. */
  readonly id: string;
  readonly author: string;
  readonly at: number;
  /** The wording that was answered. */
  readonly wording: number;
  readonly agrees: boolean;
  /** A moderator recorded it for the position as a whole. */
  readonly recorded?: true;
}

/** A claim that a team wrote for another position. */
export type SteelmanClaim = Claim & { readonly steelman: Steelman };

/** True for a claim that a team wrote for another position. */
export function isSteelman(claim: Claim): claim is SteelmanClaim {
  return claim.steelman !== undefined;
}

/** True while the present wording of a steelman is not recognized: it can't be attacked, undercut, voted on or merged. */
export function awaitsRecognition({ steelman, wording }: Pick<Claim, 'steelman' | 'wording'>): boolean {
  return steelman !== undefined && !steelman.recognized.includes(wording);
}

/** The reason why nothing may attack this target now, or null: attacks on a steelman, or on its links, wait until it is recognized. */
export function attackProblem(
  state: DebateState,
  target: Target,
  relation: Relation,
): 'steelman_waiting' | null {
  if (relation !== 'attack') return null;
  const id = target.kind === 'link' ? state.links.get(target.id)?.from : target.id;
  const claim = state.claims.get(resolveMerge(state, id ?? ''));
  return claim && awaitsRecognition(claim) ? 'steelman_waiting' : null;
}
