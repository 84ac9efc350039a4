import { type Actor, isModerator } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import type { Relation, Target } from '../map/link.ts';
import { positionsInOrder } from '../map/positions-in-order.ts';
import { parentLinkOf } from '../map/tree.ts';
import type { Phase } from '../phases/agenda.ts';
import { phaseOf } from '../phases/phases.ts';
import { teamOf } from '../positions/team-of.ts';

/** The target of a contribution, if it replies to anything, and the relation to it. */
interface Reply {
  readonly target?: Target;
  readonly relation?: Relation;
}

/** A claim to be written: the position that holds it, and what it replies to. */
interface Written extends Reply {
  readonly holder: string | null;
}

/** Reasons why a person may not write something for their side. */
export const SIDE_PROBLEMS = ['no_team', 'other_side', 'side_switched'] as const;

export type SideProblem = (typeof SIDE_PROBLEMS)[number];

/**
 * The reason why a person may not write this for their side, or null. With separate sides, people write what their own position holds: they
 * may attack all others, but not support what others hold. In a phase in which teams switch sides, the same holds for the position that
 * their team presents. Moderators write for all.
 */
export function sideProblem(state: DebateState, actor: Actor, written: Written): SideProblem | null {
  if (isModerator(actor)) return null;
  const isSwitched = switchesSides(state);
  if (!isSwitched && !keepsSides(state)) return null;
  const team = teamOf(state, actor.id);
  if (team === null) return 'no_team';
  const side = isSwitched ? presentedBy(state, team) : team;
  if (written.holder === side && !supportsOther(state, side, written)) return null;
  return isSwitched ? 'side_switched' : 'other_side';
}

/**
 * The same for changing a claim, or its place. A steelman stays with its author and the team that wrote it, whatever position it is for.
 * While teams switch sides, nothing is placed or linked in support of another position than the one presented; what is there stays.
 */
export function claimSideProblem(
  state: DebateState,
  actor: Actor,
  claim: Claim,
  reply: Reply = {},
): SideProblem | null {
  if (isModerator(actor)) return null;
  return ownSideProblem(state, actor, claim, reply) ?? switchedReplyProblem(state, actor, claim, reply);
}

/** The reason why a claim may not be split into new ones, for the position that holds it, while teams switch sides; or null. */
export function splitSideProblem(
  state: DebateState,
  actor: Actor,
  { positionId }: Claim,
): SideProblem | null {
  return switchesSides(state) ? sideProblem(state, actor, { holder: positionId }) : null;
}

function ownSideProblem(state: DebateState, actor: Actor, claim: Claim, reply: Reply): SideProblem | null {
  const { steelman, positionId: holder } = claim;
  if (steelman && state.head?.settings.teams !== 'off') {
    if (claim.author !== actor.id && teamOf(state, actor.id) !== steelman.by) return 'other_side';
    return keepsSides(state) && supportsOther(state, holder, reply) ? 'other_side' : null;
  }
  if (!keepsSides(state)) return null;
  const team = teamOf(state, actor.id);
  if (team === null) return 'no_team';
  return holder === team && !supportsOther(state, team, reply) ? null : 'other_side';
}

function switchedReplyProblem(
  state: DebateState,
  actor: Actor,
  claim: Claim,
  reply: Reply,
): SideProblem | null {
  if (reply.relation !== 'support' || !switchesSides(state)) return null;
  const place = parentLinkOf(state, claim.id);
  if (place?.target.id === reply.target?.id && place?.relation === reply.relation) return null;
  const team = teamOf(state, actor.id);
  if (team === null) return 'no_team';
  return supportsOther(state, presentedBy(state, team), reply) ? 'side_switched' : null;
}

/** True if each team writes only for its own position. */
export function keepsSides({ head }: DebateState): boolean {
  return head?.settings.sides === 'own' && head.settings.teams !== 'off';
}

/** True while each team writes for another position: in a phase for that, in a debate with teams and at least two positions. */
export function switchesSides(state: DebateState): boolean {
  return phaseOf(state)?.kind === 'switch_sides' && canSwitchSides(state);
}

/** True if teams could switch sides. */
export function canSwitchSides({ head, positions }: Pick<DebateState, 'head' | 'positions'>): boolean {
  if (!head || head.settings.teams === 'off') return false;
  return positions.reduce((count, { removed }) => (removed ? count : count + 1), 0) > 1;
}

/** The position that a position's team presents now; null: teams don't switch sides now. */
export function presentedBy(state: DebateState, team: string): string | null {
  const phase = phaseOf(state);
  return phase && switchesSides(state) ? presentedIn(state, phase, team) : null;
}

/**
 * The position that a team presents in a phase: the one that moderators chose, or the next one in order, after the last the first. A choice
 * that no longer fits counts as none.
 */
export function presentedIn(
  state: Pick<DebateState, 'positions'>,
  { presents = [] }: Pick<Phase, 'presents'>,
  team: string,
): string | null {
  const order = positionsInOrder(state).map(({ id }) => id);
  const others = order.filter((id) => id !== team && !state.positions.get(id)?.removed);
  const chosen = presents.find((one) => one.team === team)?.position;
  if (chosen !== undefined && others.includes(chosen)) return chosen;
  return others.find((id) => order.indexOf(id) > order.indexOf(team)) ?? others[0] ?? null;
}

/** The team of a person whose claim for this position is a steelman now, or null. */
export function steelmanningTeam(
  state: DebateState,
  participantId: string,
  holder: string | null,
): string | null {
  const team = holder === null ? null : teamOf(state, participantId);
  return team !== null && presentedBy(state, team) === holder ? team : null;
}

/** True if something supports what another position than this one holds. */
function supportsOther(state: DebateState, side: string | null, { target, relation }: Reply): boolean {
  if (!target || relation !== 'support') return false;
  const supported = holderOf(state, target);
  return supported !== null && supported !== side;
}

function holderOf(state: DebateState, target: Target): string | null {
  if (target.kind === 'position') return target.id;
  return target.kind === 'claim' ? (state.claims.get(target.id)?.positionId ?? null) : null;
}
