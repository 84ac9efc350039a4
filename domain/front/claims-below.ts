import type { DebateState } from '../debate/state.ts';
import type { Steps } from '../debate/steps.ts';
import { changedPlaces } from '../layout/changed-places.ts';
import { idsUnder, type MapSource, MOTION_ID, nodeOf } from '../layout/map-tree.ts';

/** How many shown claims stand under a claim or position: directly for it, directly against it, and in all. */
export interface BranchCounts {
  readonly supports: number;
  readonly attacks: number;
  readonly below: number;
}

/** What stands under a claim or position: ids in order, and their numbers. */
interface Branch {
  readonly ids: readonly string[];
  readonly counts: BranchCounts;
}

const NONE: BranchCounts = { supports: 0, attacks: 0, below: 0 };
const NOBODY: readonly string[] = [];

/** Claims counted in one step: each takes a few microseconds. */
const STEP = 128;

/**
 * What stands under each claim and position, in order and in numbers. It is kept: after a change only the way from it to the motion
 * is counted again. Steps that are given up change nothing.
 */
export class ClaimsBelow {
  #state: DebateState | null = null;
  #branches: ReadonlyMap<string, Branch> = new Map();

  of(id: string): BranchCounts {
    return this.#branches.get(id)?.counts ?? NONE;
  }

  /** Ids of the shown claims directly under it, in order; of the motion those of its positions. */
  under(id: string): readonly string[] {
    return this.#branches.get(id)?.ids ?? NOBODY;
  }

  /** Counts for this state, in steps. */
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

/** Bottom up, and iterative: depth is made by people. What is counted already is not looked into. */
function* count(source: MapSource, branches: Map<string, Branch>): Steps<void> {
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
