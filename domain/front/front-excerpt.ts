import type { Steps } from '../collections/steps.ts';
import { type PackedSnapshot, unpackSnapshot } from '../debate/engine/packed-snapshot.ts';
import { type DebateSnapshot, stateSteps } from '../debate/engine/snapshot.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { BranchSummary } from './claims-below.ts';
import { KnownBranches } from './known-branches.ts';

/** The part of a large debate that its front shows, and what is below each claim of it. */
export interface FrontExcerpt {
  readonly packed: PackedSnapshot;
  /** Id, ids of the children that are here, supports, attacks, all claims below. */
  readonly branches: readonly (readonly [string, readonly string[], number, number, number])[];
}

/** The state and branches of an excerpt, in steps. */
export function* excerptState(
  { packed, branches }: FrontExcerpt,
  own: Partial<DebateSnapshot>,
): Steps<{ readonly state: DebateState; readonly branches: KnownBranches }> {
  const snapshot = yield* unpackSnapshot(packed);
  const state = yield* stateSteps({ ...snapshot, ...own });
  const known = branches.map(([id, ids, supports, attacks, below]): [string, BranchSummary] => [
    id,
    { ids, counts: { supports, attacks, below } },
  ]);
  return { state, branches: new KnownBranches(new Map(known)) };
}
