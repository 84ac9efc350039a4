import { type Actor, isModerator } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Relation, Target } from '../links/link.ts';

/** What somebody would write: the position that holds it, and, where it answers something, what and how. */
interface Written {
  readonly holder: string | null;
  readonly target?: Target;
  readonly relation?: Relation;
}

/**
 * Why somebody may not write this for their side, or null. Where sides are kept, people write what their own position holds:
 * they may attack all others, and support what others hold in nothing. Those who run the debate write for all.
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

/** Does each team write for its own position alone? */
export function keepsSides({ head }: DebateState): boolean {
  return head?.settings.sides === 'own' && head.settings.teams !== 'off';
}

/** The position a participant speaks for, where people speak for positions; null: none. */
export function teamOf(state: DebateState, participantId: string): string | null {
  if (state.head?.settings.teams === 'off') return null;
  return state.participants.get(participantId)?.team ?? null;
}

function holderOf(state: DebateState, target: Target): string | null {
  if (target.kind === 'position') return target.id;
  return target.kind === 'claim' ? (state.claims.get(target.id)?.positionId ?? null) : null;
}
