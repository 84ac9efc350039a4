import type { Steps } from '../../collections/steps.ts';
import { type CompiledGraph, isLinkAt } from '../graph/compiled-graph.ts';

/** Convergence threshold: the fastest argument of a cycle moves less than this per unit of time. */
const STILL = 1e-13;
/** Step lengths; a cycle that oscillates at the long one may converge at the short one. */
const STEP_LENGTHS = [1, 0.25];
/** Maximum steps at each length, and maximum values calculated for one cycle, so that a large one ends in time. */
const STEPS = 2_000;
const WORK = 3_000_000;

/** The moving values, the value of each place given the others, and the initial value of an argument. */
export interface Dynamics {
  readonly values: Float64Array;
  readonly worthOf: (place: number) => number;
  readonly startOf: (place: number) => number;
}

/**
 * Solves the equilibrium of arguments that depend on each other, starting at their base scores: each moves towards its value given the
 * others (ds/dt = value − s), by the fourth-order Runge–Kutta method. Stores the values and returns whether they converged. In steps: a
 * large cycle takes time.
 */
export function* solveEquilibrium(
  graph: CompiledGraph,
  part: readonly number[],
  { values, worthOf, startOf }: Dynamics,
): Steps<boolean> {
  const places = part.filter((place) => !isLinkAt(graph, place));
  // One after another, each using those before it: in the order of names, whatever their places.
  const links = part.filter((place) => isLinkAt(graph, place)).sort(byId(graph));
  const steps = Math.max(40, Math.min(STEPS, Math.floor(WORK / (part.length * 4 * STEP_LENGTHS.length))));
  const start = new Float64Array(places.length);
  const speeds = [0, 1, 2, 3].map(() => new Float64Array(places.length));

  for (const length of STEP_LENGTHS) {
    for (const place of places) values[place] = startOf(place);
    for (const link of links) values[link] = 0;
    // An undercut's own undercut may come after it in the list.
    for (let nth = 0; nth < links.length && settleLinks() > 0; nth += 1);
    for (let step = 0; step < steps; step += 1) {
      yield;
      if (comesToRest(length)) return true;
    }
  }
  return false;

  /** Takes one step, if anything is still moving. */
  function comesToRest(length: number): boolean {
    const moved = settleLinks();
    for (const [nth, place] of places.entries()) start[nth] = values[place] ?? 0;
    const [first, second, third, fourth] = speeds;
    if (!first || !second || !third || !fourth || Math.max(moved, measure(first)) < STILL) return true;
    put(first, length / 2);
    measure(second);
    put(second, length / 2);
    measure(third);
    put(third, length);
    measure(fourth);
    for (let nth = 0; nth < first.length; nth += 1)
      first[nth] =
        ((first[nth] ?? 0) + 2 * (second[nth] ?? 0) + 2 * (third[nth] ?? 0) + (fourth[nth] ?? 0)) / 6;
    put(first, length);
    return false;
  }

  /** The speed of each argument; returns the highest. */
  function measure(speed: Float64Array): number {
    let fastest = 0;
    for (let nth = 0; nth < places.length; nth += 1) {
      const place = places[nth] ?? 0;
      const each = worthOf(place) - (values[place] ?? 0);
      speed[nth] = each;
      fastest = Math.max(fastest, Math.abs(each));
    }
    return fastest;
  }

  function put(speed: Float64Array, length: number): void {
    for (let nth = 0; nth < places.length; nth += 1)
      values[places[nth] ?? 0] = (start[nth] ?? 0) + length * (speed[nth] ?? 0);
    settleLinks();
  }

  /** Values of links follow at once; returns the largest change. */
  function settleLinks(): number {
    let moved = 0;
    for (const link of links) {
      const worth = worthOf(link);
      moved = Math.max(moved, Math.abs(worth - (values[link] ?? 0)));
      values[link] = worth;
    }
    return moved;
  }
}

function byId({ ids }: CompiledGraph): (a: number, b: number) => number {
  return (a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1);
}
