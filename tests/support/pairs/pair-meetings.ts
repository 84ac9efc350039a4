import type { Operation } from '#domain/debate/engine/operations.ts';
import { isLockedFor } from '#domain/debate/engine/rules.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { everythingAbove, parentLinkOf, mapPlaceOf as placeOnMap } from '#domain/debate/map/tree.ts';
import { isOutOfPhase } from '#domain/debate/phases/phases.ts';
import { findPassage } from '#domain/debate/sources/passage-place.ts';
import { SearchedText } from '#domain/debate/sources/searched-text.ts';
import { authorOf, isHiddenFrom, isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import { viewerOf } from '#domain/debate/visibility/viewer.ts';
import { COMMENT_MEETINGS } from './comment-meetings.ts';
import { CONCLUSION_MEETINGS } from './conclusion-meetings.ts';
import { FLOOR_MEETINGS } from './floor-meetings.ts';
import {
  both,
  CHOICES,
  differsIn,
  endsOf,
  fieldsInBoth,
  givenTo,
  groupedBy,
  hiddenBy,
  idOf,
  idsMadeBy,
  isBesideTaken,
  isDoneBy,
  isLinked,
  isPromotedThere,
  isRestricting,
  isSameKindOfChoice,
  isSameMark,
  isSameVote,
  isUnder,
  isVotingAgain,
  linkOf,
  type Meeting,
  onlyTakesAway,
  questionsIn,
  reportsIn,
  restricts,
  shares,
  suggestionIn,
  takenBy,
  targetOf,
} from './meeting-conditions.ts';
import { outcomeAlone } from './pair-outcome.ts';
import { POLL_MEETINGS } from './poll-meetings.ts';
import { QUESTION_MEETINGS } from './question-meetings.ts';
import { SPOTLIGHT_MEETINGS } from './spotlight-meetings.ts';
import { STEELMAN_MEETINGS } from './steelman-meetings.ts';
import { TASK_MEETINGS } from './task-meetings.ts';

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
  'a kind of argument, or an answer': ({ operation: one }) =>
    'scheme' in one && one.scheme !== null && !('answered' in one && one.answered === false),
  'the same link, and an answer': both(
    (one, other) => shares(one, other, 'linkId') && 'question' in one && 'answered' in one && one.answered,
  ),
  'the same link and scheme': both(
    (one, other) => shares(one, other, 'linkId') && shares(one, other, 'scheme'),
  ),
  'the same link and question': both(
    (one, other) => shares(one, other, 'linkId') && shares(one, other, 'question'),
  ),
  'the same link': both((one, other) => shares(one, other, 'linkId')),
  'the same comment': both((one, other) => shares(one, other, 'commentId')),
  'the same field of a source': both(
    (one, other) => shares(one, other, 'sourceId') && shares(one, other, 'field'),
  ),
  ...COMMENT_MEETINGS,
  ...QUESTION_MEETINGS,
  ...FLOOR_MEETINGS,
  ...STEELMAN_MEETINGS,
  ...TASK_MEETINGS,
  ...SPOTLIGHT_MEETINGS,
  ...CONCLUSION_MEETINGS,
  'the same position': both((one, other) => shares(one, other, 'positionId')),
  'the same text': both((one, other) => shares(one, other, 'text')),
  'the same person': both((one, other) => shares(one, other, 'participantId')),
  'the same person, the same choice': both(
    (one, other) => isSameKindOfChoice(one, other) && CHOICES.some((choice) => shares(one, other, choice)),
  ),
  'the same person, dealt out after a choice': ({ operation: one }, { operation: other }) =>
    'ifNone' in other && shares(one, other, 'participantId') && 'team' in one && one.team !== null,
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
  'teams turned off by it, before a first vote on a claim': ({ operation: one }, later, state) =>
    'teams' in one && one.teams === 'off' && !isVotingAgain(state, later),
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
  'a place of the claim': ({ operation: one }, { operation: other }, { claims }) =>
    'claimId' in one && 'linkId' in other && claims.get(one.claimId)?.parentLink === other.linkId,
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
  'to where the first moved it': isPromotedThere,
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
      ...questionsIn(operation).map(String),
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
  ...POLL_MEETINGS,
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
