import { pollKindOf } from '#domain/debate/agenda/phase-poll.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { isLockedFor } from '#domain/debate/engine/rules.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Restriction } from '#domain/debate/head/head.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { resolveMerge, targetNow } from '#domain/debate/map/merged.ts';
import { crossLinkBetween } from '#domain/debate/map/targets.ts';
import {
  ancestorsOf,
  everythingAbove,
  parentLinkOf,
  mapPlaceOf as placeOnMap,
} from '#domain/debate/map/tree.ts';
import { isOutOfPhase, phaseIn } from '#domain/debate/phases/phases.ts';
import { findPassage } from '#domain/debate/sources/passage-place.ts';
import { SearchedText } from '#domain/debate/sources/searched-text.ts';
import { authorOf, isHiddenFrom, isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import { viewerOf } from '#domain/debate/visibility/viewer.ts';
import { type Asked, outcomeAlone } from './pair-outcome.ts';

type Meeting = (first: Asked, later: Asked, state: DebateState) => boolean;

/** How two operations meet, in the words of domain/spec/pairs.ts; `state` is the one both were made on. */
export const MEETINGS: Readonly<Record<string, Meeting>> = {
  always: () => true,
  'the same restriction': both((one, other) => shares(one, other, 'restriction')),
  'the same restriction, the same reason': both(
    (one, other) => shares(one, other, 'restriction') && shares(one, other, 'reason'),
  ),
  'closed by it': restricts('closed'),
  'deleted by it': restricts('deleted'),
  'hidden or deleted by it': restricts('hidden', 'deleted'),
  'closed by it, and closed': ({ operation: one }, { operation: other }) =>
    isRestricting(one, 'closed') && 'status' in other && other.status === 'closed',
  'closed by it, and archived': ({ operation: one }, { operation: other }) =>
    isRestricting(one, 'closed') && 'status' in other && other.status === 'archived',
  'archived, and closed by it': ({ operation: one }, { operation: other }) =>
    isRestricting(other, 'closed') && 'status' in one && one.status === 'archived',
  'the same id': both((one, other) => idsMadeBy(one).some((id) => idsMadeBy(other).includes(id))),
  'with a source': (_, { operation }) =>
    'sourceId' in operation || ('sources' in operation && !!operation.sources),
  'onto a link': (_, { operation }) => targetOf(operation)?.kind === 'link',
  'onto a claim': (_, { operation }) => targetOf(operation)?.kind === 'claim',
  'behind a sibling': (_, { operation }) => 'after' in operation && typeof operation.after === 'string',
  'of a claim': ({ operation: one }, { operation: other }, state) =>
    [one, other].some(
      (operation) =>
        (operation.type === 'text.seal' && state.claims.has(operation.text)) ||
        (operation.type === 'content.lock' && state.claims.has(operation.on)),
    ),
  'the same claim': both(
    (one, other) => 'claimId' in one && 'claimId' in other && one.claimId === other.claimId,
  ),
  'the same claim and source': both(
    (one, other) => shares(one, other, 'claimId') && shares(one, other, 'sourceId'),
  ),
  'the same link': both((one, other) => shares(one, other, 'linkId')),
  'the same comment': both((one, other) => shares(one, other, 'commentId')),
  'the same field of a source': both(
    (one, other) => shares(one, other, 'sourceId') && shares(one, other, 'field'),
  ),
  'the same position': both((one, other) => shares(one, other, 'positionId')),
  'the same text': both((one, other) => shares(one, other, 'text')),
  'the same person': both((one, other) => shares(one, other, 'participantId')),
  'the same person, the same choice': both(
    (one, other) => isSameKindOfChoice(one, other) && CHOICES.some((choice) => shares(one, other, choice)),
  ),
  'the same person, another choice': both(isSameKindOfChoice),
  'by the person it mutes': isDoneBy(({ type }) => type === 'participant.mute'),
  'by the person it removes': isDoneBy((one) => 'membership' in one && one.membership === 'removed'),
  'by the person it bans': isDoneBy((one) => 'membership' in one && one.membership === 'banned'),
  'by the person it erases': isDoneBy(({ type }) => type === 'participant.erase'),
  'about a person it makes a moderator, by a moderator': ({ operation: one }, { operation, actor }) =>
    'role' in one &&
    one.role === 'moderator' &&
    shares(one, operation, 'participantId') &&
    actor.role === 'moderator',
  'the former owner appointing a moderator': (_, { operation, actor }) =>
    'role' in operation && operation.role === 'moderator' && actor.role === 'owner',
  'teams turned off by it': both((one) => 'teams' in one && one.teams === 'off'),
  'names shown to fewer, then to more': ({ operation: one }, { operation: other }) =>
    'names' in one && 'names' in other && one.names === 'anonymous' && other.names === 'pseudonyms',
  'names turned off by it': ({ operation: one }) => 'names' in one && one.names === 'anonymous',
  'the same field': both((one, other) => fieldsInBoth(one, other).length > 0),
  'the same field, the same words': both((one, other) =>
    fieldsInBoth(one, other).some((field) => shares(one, other, field)),
  ),
  'text that only its author may edit after it': ({ operation: one }, { operation, actor }, state) => {
    if (one.type !== 'debate.configure' || one.wording !== 'own') return false;
    const words =
      'sourceId' in operation && !('claimId' in operation)
        ? state.sources.get(operation.sourceId)
        : 'claimId' in operation && state.claims.get(operation.claimId);
    return typeof words === 'object' && words.author !== actor.id;
  },
  'deleting the same words': both(
    (one, other) => shares(one, other, 'claimId') && shares(one, other, 'change') && onlyTakesAway(one),
  ),
  'the same claim and voter': isSameVote,
  'the same claim, person and reaction': (first, later) =>
    isSameVote(first, later) && shares(first.operation, later.operation, 'reaction'),
  'the same claim, voter and answer': (first, later) =>
    isSameVote(first, later) && shares(first.operation, later.operation, 'answer'),
  'the same link and person': (first, later) =>
    first.actor.id === later.actor.id && shares(first.operation, later.operation, 'linkId'),
  'the same link, person and weight': (first, later) =>
    first.actor.id === later.actor.id &&
    shares(first.operation, later.operation, 'linkId') &&
    shares(first.operation, later.operation, 'weight'),
  'a link of the claim, moved elsewhere': ({ operation: one }, { operation: other }, state) => {
    if (one.type !== 'claim.move' || !('linkId' in other)) return false;
    const link = state.links.get(other.linkId);
    const isSame = link?.target.id === one.target.id && link.relation === one.relation;
    return link?.parent === true && link.from === one.claimId && !isSame;
  },
  'a link of the claim': ({ operation: one }, { operation: other }, state) =>
    'claimId' in one && 'linkId' in other && state.links.get(other.linkId)?.from === one.claimId,
  'from the claim': both((one, other) => 'claimId' in one && 'from' in other && one.claimId === other.from),
  'onto the link': both((one, other) => 'linkId' in one && targetOf(other)?.id === one.linkId),
  'onto the claim or one of its links': ({ operation: one }, { operation: other }, state) => {
    const target = targetOf(other);
    if (!target || !('claimId' in one)) return false;
    return one.claimId === target.id || state.links.get(target.id)?.from === one.claimId;
  },
  'on what it hides from the caller': (first, { operation, actor }, state) => {
    const withFirst = outcomeAlone(state, first);
    const target = targetOf(operation);
    if (typeof withFirst === 'string' || target === null) return false;
    return isHiddenFrom(withFirst, target.id, viewerOf(actor));
  },
  'all of it already hidden': (first, later, state) => {
    const [hidden, more] = [hiddenBy(state, first), hiddenBy(state, later)];
    return more.length > 0 && more.every((id) => hidden.includes(id));
  },
  'some of it already hidden, for another reason': (first, later, state) => {
    if (shares(first.operation, later.operation, 'reason')) return false;
    const hidden = hiddenBy(state, first);
    return hiddenBy(state, later).some((id) => hidden.includes(id));
  },
  'in what it locks for the caller': (first, { operation, actor }, state) => {
    const withFirst = outcomeAlone(state, first);
    return typeof withFirst !== 'string' && isLockedFor(withFirst, operation, actor);
  },
  'the same target': both((one, other) => shares(one, other, 'on')),
  'the same target, the same choice': both(
    (one, other) => one.type === other.type && shares(one, other, 'on') && !differsIn(one, other, 'branch'),
  ),
  'the same mark, unchanged': both(
    (one, other) =>
      one.type === other.type &&
      isSameMark(one, other) &&
      !['note', 'other', 'revised'].some((f) => differsIn(one, other, f)),
  ),
  'the same mark': both(isSameMark),
  'on the claim or comment': both(
    (one, other) =>
      'on' in other && [idOf(one, 'claimId'), idOf(one, 'commentId')].includes(other.on as string),
  ),
  'about the same content, by the same person': (first, later) =>
    shares(first.operation, later.operation, 'on') && first.actor.id === later.actor.id,
  'about what it hides from the caller': (first, { operation, actor }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || operation.type !== 'report.make') return false;
    return isHiddenFrom(withFirst, operation.on, viewerOf(actor));
  },
  'the same reports': both((one, other) => {
    const before = reportsIn(one);
    return reportsIn(other).every((id) => before.includes(id));
  }),
  'some of the same reports': both((one, other) =>
    reportsIn(one).some((id) => reportsIn(other).includes(id)),
  ),
  'the same claim, by the same person in the same words': (first, later) =>
    first.actor.id === later.actor.id &&
    shares(first.operation, later.operation, 'claimId') &&
    shares(first.operation, later.operation, 'text'),
  'the same suggestion': both((one, other) => shares(one, other, 'suggestionId')),
  'a suggestion for it': ({ operation: one }, { operation: other }, state) =>
    'claimId' in one && suggestionIn(other, state)?.claimId === one.claimId,
  'accepting for a wording that has changed': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || operation.type !== 'suggestion.settle') return false;
    const claimId = suggestionIn(operation, state)?.claimId ?? '';
    return operation.outcome === 'accepted' && withFirst.claims.get(claimId)?.text !== operation.seen;
  },
  'a claim whose wording has changed': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || !('claimId' in operation)) return false;
    const { claimId } = operation;
    return withFirst.claims.get(claimId)?.text !== state.claims.get(claimId)?.text;
  },
  'the same claim as its suggestion': ({ operation: one }, { operation: other }, state) =>
    'claimId' in other &&
    one.type === 'suggestion.settle' &&
    one.outcome === 'accepted' &&
    suggestionIn(one, state)?.claimId === other.claimId,
  'a suggestion it hides with its claim': (first, { operation, actor }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string') return false;
    return isHiddenFrom(withFirst, suggestionIn(operation, state)?.claimId ?? '', viewerOf(actor));
  },
  'a passage that is gone': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || operation.type !== 'claim.cite') return false;
    const article = new SearchedText(withFirst.articles.get(operation.sourceId)?.text ?? '');
    return (operation.passages ?? []).some((passage) => findPassage(article, passage) === null);
  },
  'the same source': both((one, other) => shares(one, other, 'sourceId')),
  'the same claim, other passages': both(
    (one, other) => shares(one, other, 'claimId') && 'passages' in other && !shares(one, other, 'passages'),
  ),
  'grouping a person it takes out': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string') return false;
    return groupedBy(operation).some((id) => withFirst.participants.get(id)?.membership !== 'member');
  },
  'a person in both': both((one, other) => groupedBy(one).some((id) => groupedBy(other).includes(id))),
  'a person in the group': ({ operation: one }, { operation: other }, state) => {
    const members = (operation: Operation) =>
      operation.type === 'group.setStatus' && operation.status === 'open'
        ? operation.ids.flatMap((id) => state.groups.get(id)?.members ?? [])
        : groupedBy(operation);
    return members(one).some((id) => members(other).includes(id));
  },
  'the same person, the same group': both(
    (one, other) => shares(one, other, 'participantId') && shares(one, other, 'groupId'),
  ),
  'into the group': ({ operation: one }, { operation: other }) =>
    'ids' in one && 'groupId' in other && other.groupId !== null && one.ids.includes(other.groupId),
  'out of the group': ({ operation: one }, { operation: other }, state) =>
    one.type === 'group.setStatus' &&
    one.status !== 'open' &&
    other.type === 'group.assign' &&
    one.ids.some((id) => state.groups.get(id)?.members.includes(other.participantId)),
  'the same groups, the same status': both(
    (one, other) => shares(one, other, 'ids') && shares(one, other, 'status'),
  ),
  'the same groups': both((one, other) => shares(one, other, 'ids')),
  'a group too small for anonymity': ({ operation: one }, { operation: other }) =>
    'names' in one &&
    one.names === 'anonymous' &&
    !('groupId' in other && other.groupId === null) &&
    !('status' in other && other.status !== 'open'),
  'not allowed in the phase': (first, { operation, actor }, state) => {
    const withFirst = outcomeAlone(state, first);
    return typeof withFirst !== 'string' && isOutOfPhase(withFirst, operation, actor);
  },
  'to a removed phase': both(
    (one, other) =>
      one.type === 'agenda.set' &&
      other.type === 'agenda.goTo' &&
      other.to !== null &&
      !one.phases.some(({ id }) => id === other.to),
  ),
  'without the running phase': both(
    (one, other) =>
      one.type === 'agenda.goTo' &&
      other.type === 'agenda.set' &&
      one.to !== null &&
      !other.phases.some(({ id }) => id === one.to),
  ),
  'a timer that is paused or removed': both((one, other) => {
    if (one.type !== 'agenda.setTimer' || other.type !== 'agenda.setTimer') return false;
    if (one.act === 'stop') return other.act !== 'start';
    return one.act === 'pause' && other.act === 'pause';
  }),
  'the same content': both((one, other) => shares(one, other, 'ids')),
  'content by the same person': ({ operation: one }, { operation: other }, state) =>
    'ids' in one &&
    'participantId' in other &&
    one.ids.some((id) => authorOf(state, id) === other.participantId),
  'the same two ends': ({ operation: one }, { operation: other }, state) =>
    endsOf(one, state) !== null && endsOf(one, state) === endsOf(other, state),
  'to where the first moved it': isBroughtThere,
  'each under the other': ({ operation: one }, { operation: other }, state) =>
    isUnder(state, targetOf(one), other) && isUnder(state, targetOf(other), one),
  'under itself': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    const target = targetOf(operation);
    if (typeof withFirst === 'string' || target === null || !('claimId' in operation)) return false;
    return everythingAbove(withFirst, target).has(operation.claimId);
  },
  'from a claim to itself': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    const ends = linkOf(operation, state);
    if (typeof withFirst === 'string' || ends === null) return false;
    return placeOnMap(withFirst, ends.target)?.id === resolveMerge(withFirst, ends.from);
  },
  'the same two ends after merging': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    const ends = linkOf(operation, state);
    if (typeof withFirst === 'string' || ends === null) return false;
    return isLinked(withFirst, ends);
  },
  'content it hides from readers': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string') return false;
    const parts = operation.type === 'claim.join' ? operation.parts : [];
    const lit = operation.type === 'spotlight.set' ? (operation.on ?? '') : '';
    const named = [
      'claimId' in operation ? operation.claimId : '',
      targetOf(operation)?.id ?? '',
      lit,
      ...parts,
    ];
    return named.some((id) => isHiddenFromReaders(withFirst, id));
  },
  'a closing poll': (_, { operation }) => operation.type === 'poll.open' && operation.kind === 'after',
  'an answer, or giving someone the floor': ({ operation: one }) =>
    (idOf(one, 'choice') ?? idOf(one, 'to') ?? null) !== null,
  'ending both the agenda and the meeting': ({ operation: one }, { operation: other }) =>
    one.type === 'agenda.goTo' && one.to === null && other.type === 'meeting.setStatus' && !other.live,
  'the same poll': both((one, other) => shares(one, other, 'pollId')),
  'the same poll and person': isSameAnswer,
  'the same poll, person and choice': (first, later) =>
    isSameAnswer(first, later) && shares(first.operation, later.operation, 'choice'),
  'opening a poll on the motion': ({ operation }, _, state) => opensOnMotion(operation, state),
  'both on the motion': ({ operation: one }, { operation: other }, state) =>
    opensOnMotion(one, state) && opensOnMotion(other, state),
  'by the same person': (first, later) => first.actor.id === later.actor.id,
  'to that person': both(
    (one, other) => givenTo(one) !== null && givenTo(one) === idOf(other, 'participantId'),
  ),
  'to a person it takes out': ({ operation: one }, { operation }) =>
    idOf(one, 'participantId') === givenTo(operation) && givenTo(operation) !== null,
  'to the same person, for as long': both(
    (one, other) => shares(one, other, 'to') && shares(one, other, 'seconds'),
  ),
  'to no one': (_, { operation }) => operation.type === 'floor.give' && operation.to === null,
  'the spotlight already there': ({ operation: one }, { operation }) =>
    shares(one, operation, 'on') && operation.type === 'spotlight.set' && !operation.call,
  'the spotlight already there, with a call': ({ operation: one }, { operation }) =>
    shares(one, operation, 'on'),
  'what is in the spotlight': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || first.operation.type !== 'spotlight.set') return false;
    const both = outcomeAlone(withFirst, { ...first, operation });
    return withFirst.spotlight !== null && typeof both !== 'string' && both.spotlight === null;
  },
  'a spotlight that is already off': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || operation.type !== 'spotlight.set') return false;
    return operation.on === null && withFirst.spotlight === null;
  },
  'onto the retracted claim': both((one, other) => 'claimId' in one && idOf(other, 'on') === one.claimId),
  'an argument that moves to a part': both((one, other) => takenBy(one, other) || takenBy(other, one)),
  'beside an argument that moves to a part': both(
    (one, other) => isBesideTaken(one, other) || isBesideTaken(other, one),
  ),
  'the same claim, moved elsewhere': ({ operation: one }, { operation: other }, state) => {
    if (one.type !== 'claim.move' || !shares(one, other, 'claimId')) return false;
    return parentLinkOf(state, one.claimId)?.target.id !== one.target.id;
  },
  'right behind the claim': ({ operation: one }, { operation: other }, state) =>
    'after' in one && 'claimId' in other && one.after === parentLinkOf(state, other.claimId)?.id,
  'behind a sibling it moves away': (first, { operation: other }, state) => {
    const { operation: moved } = first;
    if (moved.type !== 'claim.move' || !('after' in other) || typeof other.after !== 'string') return false;
    return parentLinkOf(state, moved.claimId)?.id === other.after && moved.target.id !== targetOf(other)?.id;
  },
};

/** The setting chosen for a person. */
const CHOICES = ['role', 'muted', 'membership', 'team'];

function isSameKindOfChoice(one: Operation, other: Operation): boolean {
  return shares(one, other, 'type') && shares(one, other, 'participantId');
}

function isDoneBy(isMeasure: (operation: Operation) => boolean): Meeting {
  return ({ operation: one }, { actor }) =>
    isMeasure(one) && 'participantId' in one && one.participantId === actor.id;
}

function both(meet: (one: Operation, other: Operation) => boolean): Meeting {
  return (first, later) => meet(first.operation, later.operation);
}

/** Do both have this field, and alike? */
function shares(one: Operation, other: Operation, field: string): boolean {
  const [a, b] = [one, other].map((operation) => (operation as unknown as Record<string, unknown>)[field]);
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function differsIn(one: Operation, other: Operation, field: string): boolean {
  return field in one && !shares(one, other, field);
}

function idsMadeBy(operation: Operation): string[] {
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
    default:
      return [];
  }
}

/** Fields of one debate or position that both would set. */
function isRestricting(operation: Operation, ...restrictions: readonly Restriction[]): boolean {
  return operation.type === 'debate.restrict' && restrictions.includes(operation.restriction);
}

function restricts(...restrictions: readonly Restriction[]): Meeting {
  return ({ operation }) => isRestricting(operation, ...restrictions);
}

function fieldsInBoth(one: Operation, other: Operation): string[] {
  if ('positionId' in one && !shares(one, other, 'positionId')) return [];
  return Object.keys(one).filter((field) => !['type', 'positionId'].includes(field) && field in other);
}

/** The people put into a group, or out of one. */
function groupedBy(operation: Operation): readonly string[] {
  if (operation.type === 'group.form') return operation.groups.flatMap(({ members }) => members);
  return operation.type === 'group.assign' ? [operation.participantId] : [];
}

function isSameMark(one: Operation, other: Operation): boolean {
  return shares(one, other, 'on') && shares(one, other, 'what');
}

function isSameAnswer(first: Asked, later: Asked): boolean {
  return first.actor.id === later.actor.id && shares(first.operation, later.operation, 'pollId');
}

/** Tests whether it opens a poll on the motion, a new one or again. */
function opensOnMotion(operation: Operation, state: DebateState): boolean {
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

function givenTo(operation: Operation): string | null {
  return operation.type === 'floor.give' ? operation.to : null;
}

function idOf(operation: Operation, field: string): unknown {
  return (operation as unknown as Record<string, unknown>)[field];
}

function reportsIn(operation: Operation): readonly string[] {
  if (operation.type === 'report.settle') return operation.ids;
  return operation.type === 'report.withdraw' ? [operation.reportId] : [];
}

function suggestionIn(operation: Operation, { suggestions }: DebateState) {
  return 'suggestionId' in operation ? suggestions.get(operation.suggestionId) : undefined;
}

function onlyTakesAway(operation: Operation): boolean {
  if (operation.type !== 'claim.edit') return false;
  return operation.change.every((part) => typeof part === 'number' || part.slice(1).join('') === '');
}

function isSameVote(first: Asked, later: Asked): boolean {
  return first.actor.id === later.actor.id && shares(first.operation, later.operation, 'claimId');
}

function targetOf(operation: Operation): Target | null {
  if (operation.type === 'claim.merge') return { kind: 'claim', id: operation.into };
  if ('target' in operation) return operation.target;
  return operation.type === 'comment.add' ? operation.on : null;
}

/** Tests whether one splits a claim whose argument the other moves, as an argument of a part. */
function takenBy(one: Operation, other: Operation): boolean {
  if (one.type !== 'claim.split' || other.type !== 'claim.move') return false;
  return one.parts.some(({ takes }) => takes.includes(other.claimId));
}

/** Tests whether one adds to a claim that the other splits, behind an argument that a part takes. */
function isBesideTaken(one: Operation, other: Operation): boolean {
  if (other.type !== 'claim.split' || !('target' in one)) return false;
  return one.target.id === other.claimId && other.parts.some(({ takes }) => takes.length > 0);
}

/** The ends of the link that an operation adds or restores. */
function linkOf(operation: Operation, state: DebateState): { from: string; target: Target } | null {
  if (operation.type === 'link.add') return operation;
  return operation.type === 'link.restore' ? (state.links.get(operation.linkId) ?? null) : null;
}

/** Tests whether a link already connects the two ends. */
function isLinked(state: DebateState, { from, target }: { from: string; target: Target }): boolean {
  const place = parentLinkOf(state, resolveMerge(state, from))?.target;
  const isPlace = place !== undefined && targetNow(state, place).id === targetNow(state, target).id;
  return isPlace || crossLinkBetween(state, from, target) !== undefined;
}

/** The claim and the target that an operation links, or null. */
function endsOf(operation: Operation, state: DebateState): string | null {
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
function hiddenBy(state: DebateState, asked: Asked): string[] {
  const after = outcomeAlone(state, asked);
  if (typeof after === 'string') return [];
  return [...after.hidden.keys()].filter((id) => !state.hidden.has(id));
}

/** Tests whether a target is under the claim that an operation moves, or on it. */
function isUnder(state: DebateState, target: Target | null, operation: Operation): boolean {
  const place = target && placeOnMap(state, target);
  if (place?.kind !== 'claim' || operation.type !== 'claim.move') return false;
  return [place.id, ...ancestorsOf(state, place.id)].includes(operation.claimId);
}

function isBroughtThere(first: Asked, { operation }: Asked, state: DebateState): boolean {
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
