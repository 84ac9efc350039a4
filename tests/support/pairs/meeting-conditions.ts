import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Restriction } from '#domain/debate/head/head.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { resolveMerge, targetNow } from '#domain/debate/map/merged.ts';
import { crossLinkBetween } from '#domain/debate/map/targets.ts';
import { parentLinkOf, mapPlaceOf as placeOnMap } from '#domain/debate/map/tree.ts';
import { phaseIn } from '#domain/debate/phases/phases.ts';
import { ancestorsOf } from '../../../domain/debate/map/tree.ts';
import { type Asked, outcomeAlone } from './pair-outcome.ts';

export type Meeting = (first: Asked, later: Asked, state: DebateState) => boolean;

/** The setting chosen for a person. */
export const CHOICES = ['role', 'muted', 'membership', 'team'];

export function isSameKindOfChoice(one: Operation, other: Operation): boolean {
  return shares(one, other, 'type') && shares(one, other, 'participantId');
}

export function isDoneBy(isMeasure: (operation: Operation) => boolean): Meeting {
  return ({ operation: one }, { actor }) =>
    isMeasure(one) && 'participantId' in one && one.participantId === actor.id;
}

export function both(meet: (one: Operation, other: Operation) => boolean): Meeting {
  return (first, later) => meet(first.operation, later.operation);
}

/** Do both have this field, and alike? */
export function shares(one: Operation, other: Operation, field: string): boolean {
  const [a, b] = [one, other].map((operation) => (operation as unknown as Record<string, unknown>)[field]);
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

export function differsIn(one: Operation, other: Operation, field: string): boolean {
  return field in one && !shares(one, other, field);
}

export function idsMadeBy(operation: Operation): string[] {
  switch (operation.type) {
    case 'claim.add':
    case 'claim.promote':
      return [operation.claimId, operation.linkId];
    case 'claim.split':
      return operation.parts.flatMap(({ claimId, linkId }) => [claimId, linkId]);
    case 'link.add':
      return [operation.linkId];
    case 'source.add':
      return [operation.sourceId];
    case 'position.add':
      return [operation.positionId];
    case 'comment.add':
      return [operation.commentId];
    case 'report.make':
      return [operation.reportId];
    case 'suggestion.make':
      return [operation.suggestionId];
    case 'group.form':
      return operation.groups.map(({ groupId }) => groupId);
    case 'poll.open':
      return [operation.pollId];
    case 'conclusion.sign':
      return [operation.signatureId];
    case 'question.ask':
      return [operation.questionId];
    case 'task.add':
      return [operation.taskId];
    default:
      return [];
  }
}

/** Fields of one debate or position that both would set. */
export function isRestricting(operation: Operation, ...restrictions: readonly Restriction[]): boolean {
  return operation.type === 'debate.restrict' && restrictions.includes(operation.restriction);
}

export function restricts(...restrictions: readonly Restriction[]): Meeting {
  return ({ operation }) => isRestricting(operation, ...restrictions);
}

export function fieldsInBoth(one: Operation, other: Operation): string[] {
  if ('positionId' in one && !shares(one, other, 'positionId')) return [];
  return Object.keys(one).filter((field) => !['type', 'positionId'].includes(field) && field in other);
}

/** The people put into a group, or out of one. */
export function groupedBy(operation: Operation): readonly string[] {
  if (operation.type === 'group.form') return operation.groups.flatMap(({ members }) => members);
  return operation.type === 'group.assign' ? [operation.participantId] : [];
}

export function isSameMark(one: Operation, other: Operation): boolean {
  return shares(one, other, 'on') && shares(one, other, 'what');
}

export function isSameAnswer(first: Asked, later: Asked): boolean {
  return first.actor.id === later.actor.id && shares(first.operation, later.operation, 'pollId');
}

/** The questions from the floor that an operation names. */
export function questionsIn(operation: Operation): unknown[] {
  const names = operation.type === 'question.merge' ? ['questionId', 'into'] : ['questionId', 'on'];
  return names.map((name) => idOf(operation, name)).filter((id) => typeof id === 'string');
}

/** Tests whether it opens a poll on the motion, a new one or again. */
export function opensOnMotion(operation: Operation, state: DebateState): boolean {
  if (operation.type === 'poll.open') return operation.kind !== 'quick';
  if (operation.type === 'agenda.goTo') {
    const phase = state.agenda && phaseIn(state.agenda, operation.to);
    return phase !== null && pollKindOf(phase) !== null;
  }
  return (
    operation.type === 'poll.setStatus' &&
    operation.open &&
    state.polls.get(operation.pollId)?.kind !== 'quick'
  );
}

export function givenTo(operation: Operation): string | null {
  return operation.type === 'floor.give' ? operation.to : null;
}

export function idOf(operation: Operation, field: string): unknown {
  return (operation as unknown as Record<string, unknown>)[field];
}

export function reportsIn(operation: Operation): readonly string[] {
  if (operation.type === 'report.settle') return operation.ids;
  return operation.type === 'report.withdraw' ? [operation.reportId] : [];
}

export function suggestionIn(operation: Operation, { suggestions }: DebateState) {
  return 'suggestionId' in operation ? suggestions.get(operation.suggestionId) : undefined;
}

export function onlyTakesAway(operation: Operation): boolean {
  if (operation.type !== 'claim.edit') return false;
  return operation.change.every((part) => typeof part === 'number' || part.slice(1).join('') === '');
}

export function isSameVote(first: Asked, later: Asked): boolean {
  return first.actor.id === later.actor.id && shares(first.operation, later.operation, 'claimId');
}

export function isVotingAgain({ votes }: DebateState, { operation, actor }: Asked): boolean {
  return 'claimId' in operation && votes.get(operation.claimId)?.has(actor.id) === true;
}

export function targetOf(operation: Operation): Target | null {
  if (operation.type === 'claim.merge') return { kind: 'claim', id: operation.into };
  if ('target' in operation) return operation.target;
  return operation.type === 'comment.add' ? operation.on : null;
}

/** Tests whether one splits a claim whose argument the other moves, as an argument of a part. */
export function takenBy(one: Operation, other: Operation): boolean {
  if (one.type !== 'claim.split' || other.type !== 'claim.move') return false;
  return one.parts.some(({ takes }) => takes.includes(other.claimId));
}

/** Tests whether one adds to a claim that the other splits, behind an argument that a part takes. */
export function isBesideTaken(one: Operation, other: Operation): boolean {
  if (other.type !== 'claim.split' || !('target' in one)) return false;
  return one.target.id === other.claimId && other.parts.some(({ takes }) => takes.length > 0);
}

/** The ends of the link that an operation adds or restores. */
export function linkOf(operation: Operation, state: DebateState): { from: string; target: Target } | null {
  if (operation.type === 'link.add') return operation;
  return operation.type === 'link.restore' ? (state.links.get(operation.linkId) ?? null) : null;
}

/** Tests whether a link already connects the two ends. */
export function isLinked(state: DebateState, { from, target }: { from: string; target: Target }): boolean {
  const place = parentLinkOf(state, resolveMerge(state, from))?.target;
  const isPlace = place !== undefined && targetNow(state, place).id === targetNow(state, target).id;
  return isPlace || crossLinkBetween(state, from, target) !== undefined;
}

/** The claim and the target that an operation links, or null. */
export function endsOf(operation: Operation, state: DebateState): string | null {
  switch (operation.type) {
    case 'link.add':
      return `${operation.from} ${operation.target.id}`;
    case 'link.restore': {
      const link = state.links.get(operation.linkId);
      return link ? `${link.from} ${link.target.id}` : null;
    }
    case 'claim.move':
      return `${operation.claimId} ${operation.target.id}`;
    default:
      return null;
  }
}

/** The content of a state that an operation hides. */
export function hiddenBy(state: DebateState, asked: Asked): string[] {
  const after = outcomeAlone(state, asked);
  if (typeof after === 'string') return [];
  return [...after.hidden.keys()].filter((id) => !state.hidden.has(id));
}

/** Tests whether a target is under the claim that an operation moves, or on it. */
export function isUnder(state: DebateState, target: Target | null, operation: Operation): boolean {
  const place = target && placeOnMap(state, target);
  if (place?.kind !== 'claim' || operation.type !== 'claim.move') return false;
  return [place.id, ...ancestorsOf(state, place.id)].includes(operation.claimId);
}

export function isPromotedThere(first: Asked, { operation }: Asked, state: DebateState): boolean {
  const withFirst = outcomeAlone(state, first);
  if (typeof withFirst === 'string' || operation.type !== 'claim.move') return false;
  const link = parentLinkOf(withFirst, operation.claimId);
  if (link?.target.id !== operation.target.id || link.relation !== operation.relation) return false;
  const siblings = withFirst.childLinks.get(link.target.id) ?? [];
  const [before, isLast] = [siblings[siblings.indexOf(link.id) - 1] ?? null, siblings.at(-1) === link.id];
  const named = operation.after;
  return typeof named === 'string' && siblings.includes(named)
    ? before === named
    : named === null
      ? before === null
      : isLast;
}
