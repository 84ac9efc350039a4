import { AGENDA_RULES } from '../agenda/rules.ts';
import { CLAIM_RULES } from '../claims/rules.ts';
import { COMMENT_RULES } from '../comments/rules.ts';
import { CONCLUSION_RULES } from '../conclusion/rules.ts';
import { EDIT_RULES } from '../edits/rules.ts';
import { GROUP_RULES } from '../groups/rules.ts';
import { LINEAGE_RULES } from '../lineage/rules.ts';
import { LINK_RULES } from '../links/rules.ts';
import { LOCK_RULES } from '../locks/rules.ts';
import { MEETING_RULES } from '../meetings/rules.ts';
import { MODERATION_RULES } from '../moderation/rules.ts';
import { PARTICIPANT_RULES } from '../participants/rules.ts';
import { POLL_RULES } from '../polls/rules.ts';
import { POSITION_RULES } from '../positions/rules.ts';
import { QUESTION_RULES } from '../questions/rules.ts';
import { DEBATE_RULES } from '../settings/rules.ts';
import { SOURCE_RULES } from '../sources/rules.ts';
import { STEELMAN_RULES } from '../steelmen/rules.ts';
import { SUGGESTION_RULES } from '../suggestions/rules.ts';
import { TASK_RULES } from '../tasks/rules.ts';
import { VOTE_RULES } from '../votes/rules.ts';
import type { OperationRule, OperationRules } from './operation-rule.ts';
import type { Operation, OperationOf, OperationType } from './operations.ts';
import { type Actor, isModerator } from './permissions.ts';
import type { DebateState } from './state.ts';

/** The rule of each operation. One without a rule is a type error. */
const RULES: OperationRules<OperationType> = {
  ...AGENDA_RULES,
  ...CLAIM_RULES,
  ...COMMENT_RULES,
  ...CONCLUSION_RULES,
  ...GROUP_RULES,
  ...LINEAGE_RULES,
  ...LINK_RULES,
  ...LOCK_RULES,
  ...MEETING_RULES,
  ...MODERATION_RULES,
  ...PARTICIPANT_RULES,
  ...POLL_RULES,
  ...POSITION_RULES,
  ...QUESTION_RULES,
  ...DEBATE_RULES,
  ...SOURCE_RULES,
  ...STEELMAN_RULES,
  ...SUGGESTION_RULES,
  ...EDIT_RULES,
  ...TASK_RULES,
  ...VOTE_RULES,
};

export function ruleOf<T extends OperationType>({
  type,
}: { readonly type: T } & OperationOf<T>): OperationRule<T> {
  return RULES[type];
}

/** True if a lock blocks this person's operation. */
export function isLockedFor(state: DebateState, operation: Operation, actor: Actor): boolean {
  if (state.locks.size === 0 || isModerator(actor)) return false;
  return ruleOf(operation).isLocked(state, operation, actor.id);
}
