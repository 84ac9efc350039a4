import type { DebateState } from '../debate/state.ts';
import type { Steps } from '../debate/steps.ts';
import { changedPlaces } from '../layout/changed-places.ts';
import { idsUnder, type MapSource, MOTION_ID, nodeOf } from '../layout/map-tree.ts';

/** How many shown claims stand under a claim or position: directly, for it and against it, and in all. */
export interface Counts {
  readonly supports: number;
  readonly attacks: number;
  readonly below: number;
}

const NONE: Counts = { supports: 0, attacks: 0, below: 0 };

/** Claims counted in one step: each takes a few microseconds. */
const STEP = 128;

/**
 * Counts what stands under each claim and position, and keeps the counts: after a change only those on the way from it to the
 * motion are counted again.
 */
export class ClaimsBelow {
  #source: MapSource | null = null;
  #counts = new Map<string, Counts>();

  of(id: string): Counts {
    return this.#counts.get(id) ?? NONE;
  }

  /** Counts for this state, in steps. */
  *follow(state: DebateState): Steps<void> {
    const source = { state, collapsed: NOTHING, ghost: null };
    if (this.#source?.state === state) return;
    const changed = this.#source && changedPlaces(this.#source, source, []);
    const counts = changed === null ? new Map<string, Counts>() : this.#counts;
    for (const id of changed ?? []) counts.delete(id);
    // Given up half-way, the next begins anew.
    this.#source = null;
    yield* count(source, counts);
    this.#counts = counts;
    this.#source = source;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Bottom up, and iterative: depth is made by people. What is counted already is not looked into. */
function* count(source: MapSource, counts: Map<string, Counts>): Steps<void> {
  const open = [{ id: MOTION_ID, ids: idsUnder(source, MOTION_ID), at: 0, sum: NONE }];
  let done = 0;
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const next = last.ids[last.at];
    if (next === undefined) {
      counts.set(last.id, last.sum);
      open.pop();
      done += 1;
      if (done % STEP === 0) yield;
      continue;
    }
    const known = counts.get(next);
    if (known) {
      last.at += 1;
      last.sum = added(last.sum, known, nodeOf(source, next).relation);
    } else open.push({ id: next, ids: idsUnder(source, next), at: 0, sum: NONE });
  }
}

function added(sum: Counts, under: Counts, relation: 'support' | 'attack' | null): Counts {
  return {
    supports: sum.supports + (relation === 'support' ? 1 : 0),
    attacks: sum.attacks + (relation === 'attack' ? 1 : 0),
    below: sum.below + under.below + (relation === null ? 0 : 1),
  };
}
