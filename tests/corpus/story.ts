import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import {
  acceptWording,
  answer,
  bring,
  bringBack,
  closePoll,
  comment,
  form,
  giveBack,
  hide,
  hold,
  mark,
  merge,
  move,
  newClaim,
  quickPoll,
  report,
  returnWording,
  revise,
  SOURCE,
  settle,
  stancePoll,
  suggest,
  targetOf,
  toPlenary,
  turnGroup,
  unmark,
} from '../support/debate-builder.ts';
import { ask, markAnswered, mergeQuestion, support } from '../support/made-questions.ts';
import { addTask, changeTask, removeTask } from '../support/made-tasks.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';

/** A step of the story: the participant who asks, the operation, and the code it is refused with; absent: it is accepted. */
export type Step = readonly [who: string, operation: Operation, refused?: RejectionCode];

const admit = (membership: 'member' | 'removed' | 'banned', minutes?: number): Operation => ({
  type: 'participant.setMembership',
  participantId: 'otto',
  membership,
  reason: membership === 'member' ? null : 'pretending',
  ...(minutes && { minutes }),
});
const mute = (muted: boolean): Operation => ({
  type: 'participant.mute',
  participantId: 'otto',
  muted,
  reason: muted ? 'flooding' : null,
  ...(muted && { minutes: 5 }),
});
const timer = (act: 'start' | 'extend' | 'pause' | 'resume' | 'stop', seconds: number | null): Operation => ({
  type: 'agenda.setTimer',
  phaseId: null,
  act,
  seconds,
});
const on = (claimId: string) => ({ on: targetOf(claimId) });

/** The events of a debate that began as `aDebate()`: field values and kinds of records that no single operation leads to. */
export const STORY: readonly Step[] = [
  // Approval, hidden content, and claims that come out from below it.
  ['olga', { type: 'debate.configure', approval: ['suggester', 'newcomer'], pace: 50 }],
  ['susi', comment({ commentId: 'm-s', ...on('c-a') })],
  ['susi', comment({ commentId: 'm-t', ...on('c-b') })],
  ['susi', comment({ commentId: 'm-v', ...on('c-d') })],
  ['mona', giveBack('m-s', 'm-t')],
  ['susi', hold('m-s')],
  ['mona', bringBack('m-v')],
  ['dana', newClaim('v', 'c-u')],
  ['mona', hide('c-u')],
  ['olga', move('c-v', 'c-a')],
  ['mona', merge('c-u', 'c-a'), 'content_hidden'],
  ['mona', hold('c-b')],
  ['mona', bringBack('c-b')],
  // Sanctions.
  ['mona', mute(true)],
  ['mona', mute(false)],
  ['mona', admit('removed', 60)],
  ['mona', admit('member')],
  ['olga', admit('banned')],
  // Flags, reports and suggested wordings.
  ['mona', mark('c-d', 'duplicate', { other: 'c-a' })],
  ['mona', mark('c-a', 'unsupported')],
  ['mona', mark('c-a', 'unclear')],
  ['dana', revise('c-a', 'unclear')],
  ['mona', unmark('c-a', 'unsupported')],
  ['dana', report('r-flagged', 'c-d')],
  ['mona', settle('flagged', 'r-flagged')],
  ['emil', report('r-no-action', 'c-a')],
  ['mona', settle('no_action', 'r-no-action')],
  ['emil', report('r-other-action', 'm-a')],
  ['mona', settle('other_action', 'r-other-action')],
  ['susi', report('r-open', 'm-a')],
  ['emil', suggest('w-sent-back', 'c-a', ['one two three', 'one two'])],
  ['dana', returnWording('w-sent-back')],
  ['emil', suggest('w-accepted', 'c-a', ['one two three', 'one two four'])],
  ['dana', acceptWording('w-accepted', 'one two three')],
  ['susi', suggest('w-open', 'c-b', ['four five six', 'four five'])],
  // Lineage: a claim from a comment.
  ['olga', newClaim('o', 'c-a', { comment: 'm-a', text: 'Why?' })],
  // Small groups, and claims promoted from and to them.
  ['olga', form('m', 'dana', 'emil')],
  ['olga', bring('m', 'n')],
  [SYSTEM, toPlenary('c-d')],
  ['olga', turnGroup('m', 'closed')],
  // Votes, weights, and totals disclosed before the ballot became secret.
  ['dana', { type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording: 2 }],
  ['mona', { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 2 }],
  ['olga', { type: 'vote.cast', claimId: 'c-a', answer: 'pass', wording: 1 }],
  ['dana', { type: 'link.weigh', linkId: 'l-b', weight: 3 }],
  ['dana', { type: 'claim.react', claimId: 'c-a', reaction: 'surprising' }],
  // A kind of argument, and a critical question answered.
  ['olga', { type: 'link.setScheme', linkId: 'l-b', scheme: 'cause' }],
  ['dana', { type: 'link.answerQuestion', linkId: 'l-b', scheme: 'cause', question: 2, answered: true }],
  ['olga', { type: 'debate.configure', ballots: 'secret' }],
  ['dana', { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 2 }],
  // Polls, the floor and the spotlight.
  ['olga', stancePoll('p-before', 'before')],
  ['dana', answer('p-before', 0)],
  ['olga', closePoll('p-before')],
  ['olga', quickPoll('p-quick', { threshold: 3 })],
  ['emil', answer('p-quick', 1)],
  ['dana', ask('u-1', 'Who pays for it?')],
  ['emil', support('u-1')],
  ['emil', ask('u-2', 'And who pays?')],
  ['olga', mergeQuestion('u-2', 'u-1')],
  ['olga', mergeQuestion('u-2', null)],
  ['olga', { type: 'spotlight.set', on: 'u-1', call: false }],
  ['olga', markAnswered('u-1')],
  ['dana', { type: 'hand.raise' }],
  ['emil', { type: 'hand.raise' }],
  ['olga', { type: 'floor.give', to: 'dana', seconds: 60 }],
  ['olga', { type: 'floor.order', order: 'least-spoken' }],
  ['olga', { type: 'floor.give', to: null, seconds: null }],
  ['olga', { type: 'floor.invite', participantId: 'dana' }],
  ['dana', { type: 'floor.uninvite', participantId: 'dana' }],
  ['olga', { type: 'floor.invite', participantId: 'dana' }],
  ['olga', { type: 'spotlight.set', on: '~strengths', call: false }],
  ['olga', { type: 'spotlight.set', on: 'c-a', call: true }],
  // A timer, an agenda with a blind phase, a reveal, and content that still waits for one.
  ['olga', timer('start', 300)],
  ['olga', timer('extend', 60)],
  ['olga', timer('pause', null)],
  ['olga', timer('resume', null)],
  ['olga', timer('stop', null)],
  ['olga', setAgenda([WRITING, OPEN, VOTING])],
  // Tasks of a phase and until a time, and what counts for them.
  ['olga', addTask('t-write', 'replies', 1, { phaseId: 'p-write' })],
  ['olga', addTask('t-votes', 'votes', 2)],
  ['olga', addTask('t-gone')],
  ['olga', removeTask('t-gone')],
  ['olga', changeTask('t-votes', 1)],
  ['emil', { type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording: 2 }],
  ['olga', turnTo('p-write')],
  ['dana', newClaim('x', 'c-a')],
  ['dana', { ...SOURCE, sourceId: 's-x' }],
  ['olga', turnTo('p-open'), 'phase_changed'],
  ['olga', turnTo('p-open', 'p-write')],
  ['olga', turnTo('p-write', 'p-open')],
  ['dana', newClaim('y', 'c-a')],
  // Visibility, status and restrictions.
  ['olga', { type: 'debate.setVisibility', visibility: 'unlisted' }],
  ['olga', { type: 'debate.setStatus', status: 'closed' }],
  ['olga', { type: 'debate.setStatus', status: 'archived' }],
  [SYSTEM, { type: 'debate.restrict', restriction: 'hidden', reason: 'A complaint' }],
];
