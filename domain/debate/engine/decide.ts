import { isOfPlenary } from '../groups/groups.ts';
import { isOutOfPhase } from '../phases/phases.ts';
import { checkReferencesVisible } from '../visibility/check-references.ts';
import { isBlockedByStatus } from './blocked-by-status.ts';
import type { Decision } from './decision.ts';
import type { Operation } from './operations.ts';
import { type Actor, sanctionAgainst } from './permissions.ts';
import { refuse } from './refusal.ts';
import { isLockedFor, ruleOf } from './rules.ts';
import type { DebateState } from './state.ts';

/**
 * The effects of an operation on this state, or the reason why it is rejected. Pure, and the same in server, browser and tests: the
 * server's answer is final; a browser's is a prediction shown until the server answers. `now`: server time; null in a prediction, which
 * leaves what depends on the time to the server.
 */
export function decide(
  state: DebateState,
  operation: Operation,
  actor: Actor,
  now: number | null = null,
): Decision {
  if (state.head === null && operation.type !== 'debate.create') return refuse('debate_not_found');
  const rule = ruleOf(operation);
  const unseen = checkReferencesVisible(state, actor, {
    named: () => rule.refersTo(operation, state),
    byModerators: () => rule.moderatorsReferTo?.(operation, state) ?? [],
  });
  if (unseen) return refuse(unseen);
  const bar = sanctionAgainst(state, actor, operation.type);
  if (bar) return refuse(bar);
  if (isBlockedByStatus(state, operation.type, actor)) return refuse('debate_closed');
  if (isOfPlenary(state, operation, actor)) return refuse('decided_by_plenary');
  if (isLockedFor(state, operation, actor)) return refuse('locked');
  if (isOutOfPhase(state, operation, actor)) return refuse('phase_closed');
  return rule.decide(state, operation, actor, now);
}
