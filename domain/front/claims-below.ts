import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { changedPlaces } from '../layout/changed-places.ts';
import { idsUnder, type MapSource, MOTION_ID, nodeOf } from '../layout/map-tree.ts';

/** Visible replies to a claim or position: direct supports, direct attacks, and all descendants. */
export interface BranchCounts {
  readonly supports: number;
  readonly attacks: number;
  readonly below: number;
}

/** Direct children of a claim or position in order, with the counts of its branch. */
export interface BranchSummary {
  readonly ids: readonly string[];
  readonly counts: BranchCounts;
}

/** The descendants of each claim and position of a state. */
export interface BranchIndex {
  of(id: string): BranchCounts;
  /** Ids of its visible direct children in order; for the motion, its positions. */
  under(id: string): readonly string[];
  /** Updates it to this state, in steps. */
  follow(state: DebateState): Steps<void>;
}

const NONE: BranchCounts = { supports: 0, attacks: 0, below: 0 };
const NOBODY: readonly string[] = [];

/** Claims counted per step; each takes a few microseconds. */
const STEP = 128;

/**
 * Children and counts of every claim and position, cached between states. After a change only the changed claims and their
 * ancestors are recounted. Abandoned steps leave the cache unchanged.
 */
export class ClaimsBelow implements BranchIndex {
  #state: DebateState | null = null;
  #branches: ReadonlyMap<string, BranchSummary> = new Map();

  of(id: string): BranchCounts {
    return this.#branches.get(id)?.counts ?? NONE;
  }

  under(id: string): readonly string[] {
    return this.#branches.get(id)?.ids ?? NOBODY;
  }

  *follow(state: DebateState): Steps<void> {
    if (this.#state === state) return;
    const changed = this.#state && changedPlaces(this.#state, state);
    const branches = new Map(changed === null ? [] : this.#branches);
    for (const id of changed ?? []) branches.delete(id);
    branches.delete(MOTION_ID);
    yield* count({ state, collapsed: NOTHING, ghost: null }, branches);
    this.#branches = branches;
    this.#state = state;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Counts bottom-up. Iterative, because users decide how deep a debate gets. Cached branches are skipped. */
function* count(source: MapSource, branches: Map<string, BranchSummary>): Steps<void> {
  const open = [{ id: MOTION_ID, ids: idsUnder(source, MOTION_ID), at: 0, sum: NONE }];
  let done = 0;
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const next = last.ids[last.at];
    if (next === undefined) {
      branches.set(last.id, { ids: last.ids, counts: last.sum });
      open.pop();
      done += 1;
      if (done % STEP === 0) yield;
      continue;
    }
    const known = branches.get(next);
    if (known) {
      last.at += 1;
      last.sum = withClaim(last.sum, known.counts, nodeOf(source, next).relation);
    } else open.push({ id: next, ids: idsUnder(source, next), at: 0, sum: NONE });
  }
}

function withClaim(
  sum: BranchCounts,
  under: BranchCounts,
  relation: 'support' | 'attack' | null,
): BranchCounts {
  return {
    supports: sum.supports + (relation === 'support' ? 1 : 0),
    attacks: sum.attacks + (relation === 'attack' ? 1 : 0),
    below: sum.below + under.below + (relation === null ? 0 : 1),
  };
}
