import { AGENDA_OPERATIONS } from '../agenda/operations.ts';
import { CLAIM_OPERATIONS } from '../claims/operations.ts';
import { COMMENT_OPERATIONS } from '../comments/operations.ts';
import { CONCLUSION_OPERATIONS } from '../conclusion/operations.ts';
import { EDIT_OPERATIONS } from '../edits/operations.ts';
import { GROUP_OPERATIONS } from '../groups/operations.ts';
import { LINEAGE_OPERATIONS } from '../lineage/operations.ts';
import { LINK_OPERATIONS } from '../links/operations.ts';
import { LOCK_OPERATIONS } from '../locks/operations.ts';
import { MEETING_OPERATIONS } from '../meetings/operations.ts';
import { MODERATION_OPERATIONS } from '../moderation/operations.ts';
import { PARTICIPANT_OPERATIONS } from '../participants/operations.ts';
import { POLL_OPERATIONS } from '../polls/operations.ts';
import { POSITION_OPERATIONS } from '../positions/operations.ts';
import { QUESTION_OPERATIONS } from '../questions/operations.ts';
import { DEBATE_OPERATIONS } from '../settings/operations.ts';
import { SOURCE_OPERATIONS } from '../sources/operations.ts';
import { STEELMAN_OPERATIONS } from '../steelmen/operations.ts';
import { SUGGESTION_OPERATIONS } from '../suggestions/operations.ts';
import { TASK_OPERATIONS } from '../tasks/operations.ts';
import { VOTE_OPERATIONS } from '../votes/operations.ts';
import type { OperationPolicy } from './define-operation.ts';
import type { Operation, OperationType } from './operations.ts';

/** The policy of each operation. One without a policy is a type error. */
export const OPERATIONS: Readonly<Record<OperationType, OperationPolicy>> = {
  ...AGENDA_OPERATIONS,
  ...CLAIM_OPERATIONS,
  ...COMMENT_OPERATIONS,
  ...CONCLUSION_OPERATIONS,
  ...GROUP_OPERATIONS,
  ...LINEAGE_OPERATIONS,
  ...LINK_OPERATIONS,
  ...LOCK_OPERATIONS,
  ...MEETING_OPERATIONS,
  ...MODERATION_OPERATIONS,
  ...PARTICIPANT_OPERATIONS,
  ...POLL_OPERATIONS,
  ...POSITION_OPERATIONS,
  ...QUESTION_OPERATIONS,
  ...DEBATE_OPERATIONS,
  ...SOURCE_OPERATIONS,
  ...STEELMAN_OPERATIONS,
  ...SUGGESTION_OPERATIONS,
  ...EDIT_OPERATIONS,
  ...TASK_OPERATIONS,
  ...VOTE_OPERATIONS,
};

/** True if an operation adds text to the debate, which one that is full does not take. Of the answers to polls some are texts. */
export function addsText(operation: Operation): boolean {
  if (operation.type === 'poll.answer') return typeof operation.choice === 'string';
  return OPERATIONS[operation.type].addsText;
}
