import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import {
  acceptWording,
  aDebate,
  answer,
  articleOf,
  assign,
  bring,
  bringBack,
  CREATE,
  DebateBuilder,
  form,
  giveBack,
  hide,
  hold,
  lock,
  mark,
  meet,
  merge,
  move,
  newClaim,
  quickPoll,
  report,
  revise,
  SOURCE,
  SPLIT,
  seal,
  settle,
  suggest,
  sweep,
  targetOf,
  toPlenary,
  turnGroup,
  unlock,
  unmark,
  unmerge,
  unreport,
  unsuggest,
} from './debate-builder.ts';
import { conclude, recordSignOff, sign, UNSIGN, writeConclusion } from './made-conclusion.ts';
import { ask, markAnswered, mergeQuestion, pin, support, withdrawQuestion } from './made-questions.ts';
import { agree, recognize, STEELMANNING } from './made-steelmen.ts';
import { addTask, changeTask, removeTask } from './made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from './phased-debate.ts';
import { hideAnswer, textPoll } from './polls.ts';

interface Sample {
  readonly operation: Operation;
  /** Operations that must come before it. */
  readonly first?: Operation | readonly Operation[];
}

const TEAMLESS: Operation = { type: 'debate.configure', teams: 'off' };

/** Of each type one operation on `c-a` or what belongs to it, that may be done in `aDebate()`. */
export const SAMPLES: Readonly<Record<OperationType, Sample>> = {
  'debate.create': { operation: CREATE },
  'participant.join': { operation: { type: 'participant.join', participantId: 'nina', role: 'debater' } },
  'participant.appoint': {
    operation: { type: 'participant.appoint', participantId: 'susi', role: 'observer' },
  },
  'debate.transfer': { operation: { type: 'debate.transfer', participantId: 'dana' } },
  'participant.mute': {
    operation: { type: 'participant.mute', participantId: 'otto', muted: true, reason: 'flooding' },
  },
  'participant.setMembership': {
    operation: {
      type: 'participant.setMembership',
      participantId: 'otto',
      membership: 'removed',
      reason: 'other',
    },
  },
  'participant.rename': {
    operation: { type: 'participant.rename', participantId: 'otto', name: 'Otto the second' },
  },
  'participant.erase': { operation: { type: 'participant.erase', participantId: 'emil', words: true } },
  'team.choose': { operation: { type: 'team.choose', participantId: 'otto', team: 'east' } },
  'perspective.show': { operation: { type: 'perspective.show', shown: true } },
  'debate.edit': { operation: { type: 'debate.edit', motion: 'This house tests again' } },
  'debate.configure': { operation: { type: 'debate.configure', guests: 'observer' } },
  'debate.setVisibility': { operation: { type: 'debate.setVisibility', visibility: 'unlisted' } },
  'debate.setStatus': { operation: { type: 'debate.setStatus', status: 'closed' } },
  'debate.delete': { operation: { type: 'debate.delete', deleted: true } },
  'debate.restrict': { operation: { type: 'debate.restrict', restriction: 'closed', reason: 'Unlawful' } },
  'debate.clear': { operation: { type: 'debate.clear' } },
  'position.add': {
    operation: { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: 'Cold' },
  },
  'position.edit': { operation: { type: 'position.edit', positionId: 'east', name: 'Far east' } },
  'claim.add': { operation: newClaim('n', 'c-a', { sources: ['s-a'] }) },
  'claim.promote': { first: form('m'), operation: bring('m', 'n') },
  'claim.markPromoted': { operation: toPlenary('c-a') },
  'claim.edit': {
    operation: {
      type: 'claim.edit',
      claimId: 'c-a',
      base: 1,
      change: diffText('one two three', 'one 2 three'),
    },
  },
  'claim.move': { operation: move('c-a', 'west') },
  'claim.retract': { operation: { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' } },
  'claim.restore': {
    first: { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' },
    operation: { type: 'claim.restore', claimId: 'c-a' },
  },
  'claim.cite': { operation: { type: 'claim.cite', claimId: 'c-a', sourceId: 's-a' } },
  'claim.uncite': {
    first: { type: 'claim.cite', claimId: 'c-a', sourceId: 's-a' },
    operation: { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' },
  },
  'claim.merge': { operation: merge('c-a', 'c-d') },
  'claim.unmerge': { first: merge('c-a', 'c-d'), operation: unmerge('c-a') },
  'claim.split': { operation: SPLIT },
  'claim.join': { first: SPLIT, operation: { type: 'claim.join', claimId: 'c-a', parts: ['c-two'] } },
  'link.add': {
    operation: { type: 'link.add', linkId: 'x-n', from: 'c-a', target: targetOf('c-d'), relation: 'attack' },
  },
  'link.retract': { operation: { type: 'link.retract', linkId: 'x-a' } },
  'link.restore': {
    first: { type: 'link.retract', linkId: 'x-a' },
    operation: { type: 'link.restore', linkId: 'x-a' },
  },
  'claim.react': { operation: { type: 'claim.react', claimId: 'c-a', reaction: 'unclear' } },
  'link.setScheme': { operation: { type: 'link.setScheme', linkId: 'x-a', scheme: 'analogy' } },
  'link.answerQuestion': {
    first: { type: 'link.setScheme', linkId: 'x-a', scheme: 'analogy' },
    operation: {
      type: 'link.answerQuestion',
      linkId: 'x-a',
      scheme: 'analogy',
      question: 1,
      answered: true,
    },
  },
  'link.weigh': { operation: { type: 'link.weigh', linkId: 'l-a', weight: 3 } },
  'source.add': { operation: { ...SOURCE, sourceId: 's-n' } },
  'vote.cast': { operation: { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 1 } },
  'vote.withdraw': {
    first: { type: 'vote.cast', claimId: 'c-a', answer: 'pass', wording: 1 },
    operation: { type: 'vote.withdraw', claimId: 'c-a' },
  },
  'comment.add': {
    operation: {
      type: 'comment.add',
      commentId: 'm-n',
      on: targetOf('c-a'),
      replyTo: 'm-a',
      text: 'Because',
    },
  },
  'source.edit': {
    operation: {
      type: 'source.edit',
      sourceId: 's-a',
      field: 'excerpt',
      base: 1,
      change: diffText('', 'It says so'),
    },
  },
  'article.edit': { operation: articleOf('s-a', ['', 'All of it']) },
  'suggestion.make': { operation: suggest('w-n', 'c-a', ['one two three', 'one two four']) },
  'suggestion.withdraw': {
    first: suggest('w-n', 'c-a', ['one two three', 'one two four']),
    operation: unsuggest('w-n'),
  },
  'suggestion.settle': {
    first: suggest('w-n', 'c-a', ['one two three', 'one two four']),
    operation: acceptWording('w-n', 'one two three'),
  },
  'summary.edit': {
    operation: { type: 'summary.edit', positionId: 'east', base: 1, change: diffText('', 'Where it dawns') },
  },
  'text.seal': {
    first: { type: 'claim.edit', claimId: 'c-a', base: 1, change: diffText('one two three', 'two three') },
    operation: seal('c-a'),
  },
  'comment.edit': {
    operation: { type: 'comment.edit', commentId: 'm-a', base: 1, change: diffText('Why?', 'Why not?') },
  },
  'comment.withdraw': { operation: { type: 'comment.withdraw', commentId: 'm-a' } },
  'comment.restore': {
    first: { type: 'comment.withdraw', commentId: 'm-a' },
    operation: { type: 'comment.restore', commentId: 'm-a' },
  },
  'comment.resolve': { operation: { type: 'comment.resolve', commentId: 'm-a', resolved: true } },
  'content.hide': { operation: hide('c-a') },
  'content.hideAllBy': { operation: sweep('emil') },
  'content.resubmit': { operation: hold('c-a') },
  'content.sendBack': { first: hold('c-a'), operation: giveBack('c-a') },
  'content.lock': { operation: lock('c-a') },
  'content.unlock': { first: lock('c-a'), operation: unlock('c-a') },
  'content.restore': { first: hide('c-a'), operation: bringBack('c-a') },
  'flag.set': { operation: mark('c-a', 'duplicate', { other: 'c-d' }) },
  'flag.clear': { first: mark('c-a', 'unsupported'), operation: unmark('c-a', 'unsupported') },
  'flag.answer': { first: mark('c-a', 'unclear'), operation: revise('c-a', 'unclear') },
  'agenda.set': { operation: setAgenda([WRITING, OPEN, VOTING]) },
  'agenda.goTo': { first: setAgenda([WRITING, OPEN, VOTING]), operation: turnTo('p-write') },
  'agenda.setTimer': {
    first: { type: 'agenda.setTimer', phaseId: null, act: 'start', seconds: 300 },
    operation: { type: 'agenda.setTimer', phaseId: null, act: 'pause', seconds: null },
  },
  'report.make': { operation: report('r-n', 'c-a') },
  'report.withdraw': { first: report('r-n', 'c-a'), operation: unreport('r-n') },
  'poll.open': { operation: quickPoll('p-n') },
  'poll.setStatus': {
    first: quickPoll('p-n'),
    operation: { type: 'poll.setStatus', pollId: 'p-n', open: false },
  },
  'poll.hideAnswer': { first: textPoll('p-n'), operation: hideAnswer('p-n', 'Rain') },
  'poll.answer': { first: quickPoll('p-n'), operation: answer('p-n', 1) },
  'question.ask': { operation: ask('u-n') },
  'question.support': { operation: support('u-q') },
  'question.withdraw': { first: ask('u-n'), operation: withdrawQuestion('u-n') },
  'question.merge': { first: ask('u-m'), operation: mergeQuestion('u-m', 'u-q') },
  'question.pin': { operation: pin('u-q') },
  'question.answer': { operation: markAnswered('u-q') },
  'task.add': { operation: addTask('t-n') },
  'task.change': { first: addTask('t-n'), operation: changeTask('t-n', 3) },
  'task.remove': { first: addTask('t-n'), operation: removeTask('t-n') },
  'steelman.answer': { first: STEELMANNING, operation: agree('a-n') },
  'steelman.record': { first: STEELMANNING, operation: recognize('a-n') },
  'conclusion.sign': { first: TEAMLESS, operation: sign('n-n', 'west') },
  'conclusion.unsign': { first: TEAMLESS, operation: UNSIGN },
  'conclusion.record': { operation: recordSignOff('n-n', 'west') },
  'conclusion.edit': { operation: writeConclusion('differences', 'The price') },
  'conclusion.setStatus': { operation: conclude(false) },
  'hand.raise': { operation: { type: 'hand.raise' } },
  'hand.lower': { first: { type: 'hand.raise' }, operation: { type: 'hand.lower', participantId: 'olga' } },
  'floor.order': { operation: { type: 'floor.order', order: 'teams' } },
  'floor.invite': { operation: { type: 'floor.invite', participantId: 'dana' } },
  'floor.uninvite': {
    first: { type: 'floor.invite', participantId: 'susi' },
    operation: { type: 'floor.uninvite', participantId: 'susi' },
  },
  'floor.give': { operation: { type: 'floor.give', to: 'dana', seconds: 120 } },
  'spotlight.set': { operation: { type: 'spotlight.set', on: 'c-a', call: false } },
  'report.settle': { first: report('r-n', 'c-a'), operation: settle('no_action', 'r-n') },
  'group.form': { operation: form('n', 'dana', 'emil') },
  'group.assign': { first: form('n', 'dana'), operation: assign('susi', 'n') },
  'group.setStatus': { first: form('n', 'dana'), operation: turnGroup('n', 'closed') },
  'meeting.setStatus': { operation: meet(true) },
};

/** The operations that must come before a sample. */
export function firstOf(type: OperationType): readonly Operation[] {
  return [SAMPLES[type].first ?? []].flat();
}

export const OPERATION_TYPES = Object.keys(SAMPLES) as OperationType[];

/** The operations that a debate takes once it exists. */
export const TYPES_AFTER_CREATE = OPERATION_TYPES.filter((type) => type !== 'debate.create');

const SERVERS_TYPES = [
  'debate.create',
  'debate.restrict',
  'participant.join',
  'participant.erase',
  'claim.markPromoted',
  'text.seal',
] as const satisfies readonly OperationType[];

/** The operations a person asks for; the others are the server's. */
export const PERSONAL_TYPES = OPERATION_TYPES.filter((type) => !isTheServers(type)) as Exclude<
  OperationType,
  ServersType
>[];

type ServersType = (typeof SERVERS_TYPES)[number];

/** Tests whether only the server may ask for this. */
export function isTheServers(type: OperationType): type is ServersType {
  return SERVERS_TYPES.some((one) => one === type);
}

/** The participant who runs a sample: the server, the comment's author, or the owner. */
export function samplerOf(type: OperationType): string {
  if (isTheServers(type)) return SYSTEM;
  return type.startsWith('comment.') ? 'dana' : 'olga';
}

/** A debate in which a sample can be run: `aDebate()`, or one that does not exist yet. */
export function debateForSample(type: OperationType): DebateBuilder {
  return type === 'debate.create' ? new DebateBuilder() : aDebate();
}

/** Runs what must come before a sample. */
export function prepareSample(debate: DebateBuilder, type: OperationType): DebateBuilder {
  return debate.does(samplerOf(type), ...firstOf(type));
}

/** Runs a sample after what must come before it. Returns the sample's entries. */
export function runSample(debate: DebateBuilder, type: OperationType): readonly LogEntry[] {
  const before = prepareSample(debate, type).entries.length;
  return debate.does(samplerOf(type), SAMPLES[type].operation).entries.slice(before);
}
