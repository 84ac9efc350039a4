import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Reaction } from '#domain/debate/map/claim.ts';
import type { Scheme } from '#domain/debate/map/scheme.ts';
import type { FloorOrder } from '#domain/debate/meetings/meeting.ts';
import type { Membership, Reason } from '#domain/debate/participants/participant.ts';
import { diffText, type TextChange } from '#domain/ot/text-change.ts';

export function queueBy(order: FloorOrder): OperationOf<'floor.order'> {
  return { type: 'floor.order', order };
}

export function inviteToSpeak(participantId: string): OperationOf<'floor.invite'> {
  return { type: 'floor.invite', participantId };
}

export function give(
  to: string | null,
  seconds: number | null,
  from?: string | null,
): OperationOf<'floor.give'> {
  return { type: 'floor.give', to, seconds, ...(from !== undefined && { from }) };
}

export function light(on: string | null, call = false, from?: string): OperationOf<'spotlight.set'> {
  return { type: 'spotlight.set', on, call, ...(from !== undefined && { from }) };
}

export function commentEdit(commentId: string, from: string, to: string): OperationOf<'comment.edit'> {
  return { type: 'comment.edit', commentId, base: 1, change: diffText(from, to) };
}

export function mute(participantId: string, reason: Reason): OperationOf<'participant.mute'> {
  return { type: 'participant.mute', participantId, muted: true, reason };
}

export function admit(
  participantId: string,
  membership: Membership,
): OperationOf<'participant.setMembership'> {
  return { type: 'participant.setMembership', participantId, membership, reason: 'other' };
}

export function sourceEdit(field: 'excerpt' | 'note', text: string): OperationOf<'source.edit'> {
  return { type: 'source.edit', sourceId: 's-a', field, base: 1, change: diffText('', text) };
}

export function summaryEdit(text: string): OperationOf<'summary.edit'> {
  return { type: 'summary.edit', positionId: 'east', base: 1, change: diffText('', text) };
}

export function react(claimId: string, reaction: Reaction) {
  return { type: 'claim.react', claimId, reaction } as const;
}

export function setScheme(
  linkId: string,
  scheme: Scheme | null,
  answeredQuestions?: readonly number[],
): OperationOf<'link.setScheme'> {
  return { type: 'link.setScheme', linkId, scheme, ...(answeredQuestions && { answeredQuestions }) };
}

export function answerQuestion(
  linkId: string,
  scheme: Scheme,
  question: number,
  answered = true,
): OperationOf<'link.answerQuestion'> {
  return { type: 'link.answerQuestion', linkId, scheme, question, answered };
}

export function weigh(linkId: string, weight: number | null) {
  return { type: 'link.weigh', linkId, weight } as const;
}

export function vote(claimId: string, answer: 'agree' | 'disagree' | 'pass', wording = 1) {
  return { type: 'vote.cast', claimId, answer, wording } as const;
}

export function edit(claimId: string, from: string, to: string): OperationOf<'claim.edit'> {
  const change: TextChange = diffText(from, to);
  return { type: 'claim.edit', claimId, base: 1, change };
}
