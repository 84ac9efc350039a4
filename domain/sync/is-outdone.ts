import { recordedSignature } from '../debate/conclusion/signatures.ts';
import type { Operation, OperationOf, OperationType } from '../debate/engine/operations.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { openGroupOf } from '../debate/groups/groups.ts';
import { parentLinkOf } from '../debate/map/tree.ts';
import { flagOf } from '../debate/moderation/flags.ts';
import type { Replica } from './replica.ts';

/** True if another participant changed what a step would set, between one replica and the next. */
export function isOutdone(step: Operation, before: Replica, after: Replica): boolean {
  if (step.type === 'claim.join' || step.type === 'claim.split')
    return isJoinedOtherwise(step, before.view, after.view);
  const read = SET_BY[step.type] as ((state: DebateState, step: Operation) => readonly unknown[]) | undefined;
  if (!read) return false;
  const is = read(after.view, step);
  return read(before.view, step).some((was, at) => was !== is[at]);
}

/** Reads what a step of each kind would set, as it stands. A step of another kind sets what nobody but its author changes. */
const SET_BY: {
  readonly [T in OperationType]?: (state: DebateState, step: OperationOf<T>) => readonly unknown[];
} = {
  'claim.move': (state, { claimId }) => {
    const link = parentLinkOf(state, claimId);
    return [link?.target.id, link?.relation, link?.order];
  },
  'claim.retract': retraction,
  'claim.restore': retraction,
  'position.edit': ({ positions }, step) => named(step, positions.get(step.positionId), ['name', 'hue']),
  'participant.appoint': ({ participants }, step) =>
    named(step, participants.get(step.participantId), ['role']),
  'participant.mute': ({ participants }, step) =>
    named(step, participants.get(step.participantId), ['muted']),
  'participant.setMembership': ({ participants }, step) =>
    named(step, participants.get(step.participantId), ['membership']),
  'team.choose': ({ participants }, step) => named(step, participants.get(step.participantId), ['team']),
  'debate.edit': ({ head }, step) => named(step, head, ['title', 'motion']),
  'content.hide': hidings,
  'content.resubmit': hidings,
  'content.sendBack': hidings,
  'content.restore': hidings,
  'content.lock': lockOn,
  'content.unlock': lockOn,
  'claim.merge': mergeOf,
  'claim.unmerge': mergeOf,
  'flag.set': flagOn,
  'flag.clear': flagOn,
  'flag.answer': flagOn,
  'group.assign': (state, { participantId }) => [openGroupOf(state, participantId)?.id],
  'suggestion.settle': ({ suggestions }, { suggestionId }) => {
    const suggestion = suggestions.get(suggestionId);
    return [suggestion?.outcome, suggestion?.by];
  },
  'report.settle': ({ reports }, { ids }) =>
    ids.flatMap((id) => [reports.get(id)?.outcome, reports.get(id)?.by]),
  'comment.resolve': ({ comments }, { commentId }) => [comments.get(commentId)?.resolved],
  'question.merge': ({ questions }, { questionId }) => [questions.get(questionId)?.into],
  'question.answer': ({ questions }, { questionId }) => [questions.get(questionId)?.answered],
  'question.pin': ({ questions }, { questionId }) => [questions.get(questionId)?.pinned],
  'link.setScheme': ({ links }, { linkId }) => {
    const link = links.get(linkId);
    return [link?.scheme, `${link?.answeredQuestions ?? ''}`];
  },
  'link.answerQuestion': ({ links }, { linkId, question }) => [
    links.get(linkId)?.answeredQuestions?.includes(question) ?? false,
  ],
  'link.retract': linkRetraction,
  'link.restore': linkRetraction,
  'task.change': ({ tasks }, { taskId }) => {
    const task = tasks.get(taskId);
    return [task?.count, JSON.stringify(task?.due)];
  },
  'conclusion.setStatus': ({ conclusion }) => [conclusion?.open],
  'conclusion.record': (state, { positionId }) => [recordedSignature(state, positionId)?.id],
};

/** The fields of a record that a step names. */
function named<K extends string>(
  step: Readonly<Partial<Record<K, unknown>>>,
  record: Readonly<Partial<Record<K, unknown>>> | null | undefined,
  fields: readonly K[],
): unknown[] {
  return fields.filter((field) => step[field] !== undefined).map((field) => record?.[field]);
}

function retraction({ claims }: DebateState, { claimId }: { readonly claimId: string }): unknown[] {
  const claim = claims.get(claimId);
  return [claim?.retracted, claim?.retractedFor];
}

function linkRetraction({ links }: DebateState, { linkId }: { readonly linkId: string }): unknown[] {
  return [links.get(linkId)?.retracted];
}

function hidings({ hidden }: DebateState, { ids }: { readonly ids: readonly string[] }): unknown[] {
  return ids.flatMap((id) => [hidden.get(id)?.by, hidden.get(id)?.reason]);
}

function lockOn({ locks }: DebateState, { on }: { readonly on: string }): unknown[] {
  return [locks.get(on)?.branch, locks.get(on)?.by];
}

function mergeOf({ merges }: DebateState, { claimId }: { readonly claimId: string }): unknown[] {
  return [merges.get(claimId)?.into, merges.get(claimId)?.by];
}

/** All of a mark is set at once. */
function flagOn(state: DebateState, { on, what }: Pick<OperationOf<'flag.set'>, 'on' | 'what'>): unknown[] {
  const flag = flagOf(state, on, what);
  return [flag?.by, flag?.other, flag?.note, flag?.revised];
}

function isJoinedOtherwise(
  step: OperationOf<'claim.join' | 'claim.split'>,
  before: DebateState,
  after: DebateState,
): boolean {
  const [part = ''] = step.parts.map((one) => (typeof one === 'string' ? one : one.claimId));
  const [was, is] = [before.splits.get(part), after.splits.get(part)];
  return was?.joined === (step.type === 'claim.split') && is?.joined === !was?.joined;
}
