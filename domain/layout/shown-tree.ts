import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import { childrenOf } from '../debate/map/tree.ts';
import type { Position } from '../debate/positions/position.ts';

/** Claims read between two steps. */
const PER_STEP = 100;

/** A position or claim with the shown claims under it. */
export interface ShownBranch {
  readonly id: string;
  /** Null: a position. */
  readonly claim: Claim | null;
  readonly children: readonly ShownBranch[];
  /** Number of claims in it that aren't retracted, its own included. */
  readonly size: number;
}

interface OpenBranch extends ShownBranch {
  readonly parent: OpenBranch | null;
  readonly children: OpenBranch[];
  size: number;
}

/**
 * The shown claims under each position, in map order, with the size of each branch. One pass over the debate, in steps. Iterative:
 * people decide the depth.
 */
export function* shownTreeSteps(
  state: DebateState,
  positions: readonly Position[],
): Steps<readonly ShownBranch[]> {
  const roots = positions.map(
    ({ id }): OpenBranch => ({ id, claim: null, parent: null, children: [], size: 0 }),
  );
  const found = [...roots];
  const seen = new Set<string>();
  // The loop continues to branches added while it runs.
  for (const [at, branch] of found.entries()) {
    const kind = branch.claim === null ? 'position' : 'claim';
    for (const claim of childrenOf(state, { kind, id: branch.id })) {
      if (seen.has(claim.id)) continue;
      seen.add(claim.id);
      const child = { id: claim.id, claim, parent: branch, children: [], size: claim.retracted ? 0 : 1 };
      branch.children.push(child);
      found.push(child);
    }
    if (at % PER_STEP === PER_STEP - 1) yield;
  }
  // Children come after their parents, so this order adds up each branch before its parent.
  for (const branch of found.reverse()) {
    const shown = branch.children.filter(({ size }) => size > 0);
    branch.children.splice(0, branch.children.length, ...shown);
    if (branch.parent) branch.parent.size += branch.size;
  }
  return roots;
}
