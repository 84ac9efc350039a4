import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Relation } from '../debate/map/link.ts';
import { positionsInOrder } from '../debate/map/positions-in-order.ts';
import { parentLinkOf } from '../debate/map/tree.ts';
import type { Hue } from '../debate/positions/position.ts';
import { type ShownBranch, shownTreeSteps } from './shown-tree.ts';

/** Rings that are drawn: positions, their claims, and replies on the three levels below. */
export const RINGS = 5;
/** Smallest angle of an arc, in turns: four pixels at the edge of a picture 112 pixels wide. Smaller siblings share one arc. */
const LEAST = 1 / 90;

/** A part of a ring, clockwise from the top, in turns. */
export interface SunburstArc {
  /** From 1, the innermost. */
  readonly ring: number;
  readonly from: number;
  readonly to: number;
  /** Hue of the position that holds it; null: no position, or claims of several. */
  readonly hue: Hue | null;
  /** Null in ring 1, and for an arc that stands for several claims. */
  readonly relation: Relation | null;
}

interface OpenArc {
  readonly branch: ShownBranch;
  readonly ring: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A small picture of a whole debate: positions in the innermost ring, claims in the second, replies outside of them, each as wide
 * as its branch is large. The number of arcs doesn't grow with the debate.
 */
export function* sunburstSteps(state: DebateState): Steps<readonly SunburstArc[]> {
  const positions = positionsInOrder(state);
  const all = yield* shownTreeSteps(state, positions);
  const roots = all.filter(({ id, size }) => size > 0 || !state.positions.get(id)?.removed);
  const arcs: SunburstArc[] = [];
  // A position without claims is shown too.
  const total = roots.reduce((sum, { size }) => sum + size + 1, 0);
  let at = 0;
  const open: OpenArc[] = roots.map((branch) => {
    const from = at;
    at += (branch.size + 1) / total;
    return { branch, ring: 1, from, to: at };
  });
  for (const { branch, ring, from, to } of open) {
    arcs.push({ ring, from, to, ...lookOf(state, branch) });
    if (ring < RINGS) divide(branch.children, { ring: ring + 1, from, to }, open, arcs);
  }
  return arcs;
}

/** Divides the angle of a branch among its children; those that are too small share one arc at the end. */
function divide(
  children: readonly ShownBranch[],
  { ring, from, to }: Omit<OpenArc, 'branch'>,
  open: OpenArc[],
  arcs: SunburstArc[],
): void {
  if (children.length === 0) return;
  const total = children.reduce((sum, { size }) => sum + size, 0);
  let at = from;
  for (const branch of children) {
    const angle = ((to - from) * branch.size) / total;
    if (angle < LEAST) continue;
    const end = Math.min(at + angle, to);
    open.push({ branch, ring, from: at, to: end });
    at = end;
  }
  if (to - at >= LEAST) arcs.push({ ring, from: at, to, hue: null, relation: null });
}

function lookOf(state: DebateState, { id, claim }: ShownBranch): Pick<SunburstArc, 'hue' | 'relation'> {
  if (claim === null) return { hue: state.positions.get(id)?.hue ?? null, relation: null };
  return {
    hue: state.positions.get(claim.positionId ?? '')?.hue ?? null,
    relation: parentLinkOf(state, id)?.relation ?? null,
  };
}
