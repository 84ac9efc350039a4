import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Relation } from '../debate/map/link.ts';
import { shownPositions } from '../debate/map/positions-in-order.ts';
import { parentLinkOf } from '../debate/map/tree.ts';
import type { Hue, Position } from '../debate/positions/position.ts';
import { type ShownBranch, shownTreeSteps } from '../layout/shown-tree.ts';

/** Characters up to which a claim can be shown whole in a small picture. */
const SHORT = 190;

/** A claim in the picture of a debate's opening. */
export interface FrontClaim {
  readonly text: string;
  readonly relation: Relation;
  readonly hue: Hue | null;
  readonly agree: number;
  readonly disagree: number;
  /** Number of claims below it. */
  readonly below: number;
}

export interface FrontPosition {
  readonly id: string;
  readonly name: string;
  readonly hue: Hue;
  /** Number of claims right under it, and below those. */
  readonly claims: number;
  readonly below: number;
  /** The claim with the largest branch, and the reply to it with the largest; null: there is none. */
  readonly lead: FrontClaim | null;
  readonly reply: FrontClaim | null;
}

/** Content of a small picture of a debate's opening. */
export interface DebateFront {
  readonly motion: string;
  readonly positions: readonly FrontPosition[];
}

/** How a debate opens: the motion, and of each position its most discussed claim with a reply. In steps. */
export function* frontSteps(state: DebateState): Steps<DebateFront> {
  const positions = shownPositions(state);
  const branches = yield* shownTreeSteps(state, positions);
  return {
    motion: state.head?.motion ?? '',
    positions: positions.map((position, index) => frontOf(state, position, branches[index])),
  };
}

function frontOf(
  state: DebateState,
  { id, name, hue }: Position,
  branch: ShownBranch | undefined,
): FrontPosition {
  const children = branch?.children ?? [];
  const lead = largest(children);
  const reply =
    lead && (largest(lead.children.filter((child) => isAttack(state, child))) ?? largest(lead.children));
  return {
    id,
    name,
    hue,
    claims: children.length,
    below: Math.max(0, (branch?.size ?? 0) - children.length),
    lead: lead && claimOf(state, lead),
    reply: reply && claimOf(state, reply),
  };
}

/** The largest of some branches whose claim stands and is short enough; else of all that stand. */
function largest(branches: readonly ShownBranch[]): ShownBranch | null {
  const standing = branches.filter(({ claim }) => claim && !claim.retracted);
  const short = standing.filter(({ claim }) => (claim?.text.length ?? 0) <= SHORT);
  const [first] = (short.length > 0 ? short : standing).toSorted((a, b) => b.size - a.size);
  return first ?? null;
}

function isAttack(state: DebateState, { id }: ShownBranch): boolean {
  return parentLinkOf(state, id)?.relation === 'attack';
}

function claimOf(state: DebateState, { id, claim, size }: ShownBranch): FrontClaim | null {
  if (claim === null) return null;
  return {
    text: claim.text,
    relation: parentLinkOf(state, id)?.relation ?? 'support',
    hue: state.positions.get(claim.positionId ?? '')?.hue ?? null,
    agree: claim.tally.agree,
    disagree: claim.tally.disagree,
    below: size - 1,
  };
}
