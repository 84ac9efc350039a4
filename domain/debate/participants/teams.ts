import { type Actor, isModerator } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Relation, Target } from '../map/link.ts';
import { teamOf } from '../positions/team-of.ts';

/** A contribution to be written: the position that holds it, and, if it replies to something, to what and how. */
interface Written {
  readonly holder: string | null;
  readonly target?: Target;
  readonly relation?: Relation;
}

/**
 * The reason why a person may not write this for their side, or null. With separate sides, people write what their own position holds: they
 * may attack all others, but not support what others hold. Moderators write for all.
 */
export function sideProblem(
  state: DebateState,
  actor: Actor,
  { holder, target, relation }: Written,
): 'no_team' | 'other_side' | null {
  if (!keepsSides(state) || isModerator(actor)) return null;
  const team = teamOf(state, actor.id);
  if (team === null) return 'no_team';
  if (holder !== team) return 'other_side';
  if (!target || relation !== 'support') return null;
  const supported = holderOf(state, target);
  return supported === null || supported === team ? null : 'other_side';
}

/** True if each team writes only for its own position. */
export function keepsSides({ head }: DebateState): boolean {
  return head?.settings.sides === 'own' && head.settings.teams !== 'off';
}

function holderOf(state: DebateState, target: Target): string | null {
  if (target.kind === 'position') return target.id;
  return target.kind === 'claim' ? (state.claims.get(target.id)?.positionId ?? null) : null;
}
