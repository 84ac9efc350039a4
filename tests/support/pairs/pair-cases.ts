import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation, OperationOf, OperationType } from '#domain/debate/engine/operations.ts';
import {
  acceptWording,
  articleOf,
  assign,
  bring,
  bringBack,
  CREATE,
  cite,
  citePassage,
  comment,
  crossLink,
  form,
  giveBack,
  hide,
  hold,
  join,
  lock,
  mark,
  meet,
  merge,
  move,
  newClaim,
  reopenWording,
  report,
  restore,
  retract,
  returnWording,
  revise,
  SOURCE,
  seal,
  settle,
  split,
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
} from '../debate-builder.ts';
import { ask, markAnswered, mergeQuestion, pin, support, withdrawQuestion } from '../made-questions.ts';
import { STEELMAN_CASES } from '../made-steelmen.ts';
import { addTask, changeTask, removeTask } from '../made-tasks.ts';
import { isTheServers } from '../operation-samples.ts';
import { OPEN, POLLING, setAgenda, turnTo, VOTING, WRITING } from '../phased-debate.ts';
import {
  admit,
  answerQuestion,
  commentEdit,
  edit,
  give,
  inviteToSpeak,
  light,
  mute,
  queueBy,
  react,
  setScheme,
  sourceEdit,
  summaryEdit,
  vote,
  weigh,
} from './made-operations.ts';
import { POLL_CASES } from './poll-cases.ts';

export const ARTICLE = 'Trees give shade. Shade is cool.';

/** A time is given to the phase that is on. */
export const AGENDA = [WRITING, { ...OPEN, minutes: 20 }, VOTING, POLLING];

function time(
  act: OperationOf<'agenda.setTimer'>['act'],
  seconds: number | null = null,
): OperationOf<'agenda.setTimer'> {
  return { type: 'agenda.setTimer', phaseId: 'p-open', act, seconds };
}

/** Done first, and again where the part was joined meanwhile. */
export const PART_AGAIN = split('c-y', ['twelve thirteen', 'twelve'], { key: 'z', text: 'thirteen' });

/** Operations people might submit in `aBusyDebate()`, of each type enough to conflict: on the same thing and on others. */
export const PAIR_CASES: { readonly [T in OperationType]: readonly OperationOf<T>[] } = {
  'debate.create': [CREATE, { ...CREATE, title: 'Another' }],
  'participant.join': [
    { type: 'participant.join', participantId: 'nina', role: 'debater' },
    { type: 'participant.join', participantId: 'tina', role: 'observer' },
  ],
  'participant.appoint': [
    { type: 'participant.appoint', participantId: 'emil', role: 'moderator' },
    { type: 'participant.appoint', participantId: 'emil', role: 'observer' },
    { type: 'participant.appoint', participantId: 'susi', role: 'observer' },
  ],
  'debate.transfer': [
    { type: 'debate.transfer', participantId: 'emil' },
    { type: 'debate.transfer', participantId: 'dana' },
  ],
  'participant.mute': [mute('otto', 'flooding'), mute('emil', 'flooding'), mute('dana', 'abusive')],
  'participant.setMembership': [
    admit('otto', 'removed'),
    admit('otto', 'banned'),
    admit('emil', 'removed'),
    admit('dana', 'removed'),
    admit('dana', 'banned'),
  ],
  'participant.rename': [
    { type: 'participant.rename', participantId: 'otto', name: 'Otto the second' },
    { type: 'participant.rename', participantId: 'emil', name: 'Emil the second' },
  ],
  'participant.erase': [
    { type: 'participant.erase', participantId: 'otto', words: true },
    { type: 'participant.erase', participantId: 'emil', words: false },
    { type: 'participant.erase', participantId: 'dana', words: true },
    { type: 'participant.erase', participantId: 'susi', words: false },
  ],
  'team.choose': [
    { type: 'team.choose', participantId: 'otto', team: 'east' },
    { type: 'team.choose', participantId: 'otto', team: 'west' },
    { type: 'team.choose', participantId: 'emil', team: 'west' },
    { type: 'team.choose', participantId: 'otto', team: 'west', ifNone: true },
  ],
  'debate.edit': [
    { type: 'debate.edit', title: 'One' },
    { type: 'debate.edit', title: 'Two' },
    { type: 'debate.edit', motion: 'One' },
  ],
  'debate.configure': [
    { type: 'debate.configure', guests: 'none' },
    { type: 'debate.configure', guests: 'observer' },
    { type: 'debate.configure', wording: 'own' },
    { type: 'debate.configure', teams: 'off' },
    { type: 'debate.configure', names: 'pseudonyms' },
    { type: 'debate.configure', names: 'anonymous' },
  ],
  'debate.setVisibility': [
    { type: 'debate.setVisibility', visibility: 'unlisted' },
    { type: 'debate.setVisibility', visibility: 'private' },
  ],
  'debate.setStatus': [
    { type: 'debate.setStatus', status: 'closed' },
    { type: 'debate.setStatus', status: 'archived' },
  ],
  'debate.delete': [{ type: 'debate.delete', deleted: true }],
  'debate.restrict': [
    { type: 'debate.restrict', restriction: 'closed', reason: 'Unlawful' },
    { type: 'debate.restrict', restriction: 'closed', reason: 'Spam' },
    { type: 'debate.restrict', restriction: 'hidden', reason: 'Unlawful' },
    { type: 'debate.restrict', restriction: 'deleted', reason: 'Unlawful' },
  ],
  'debate.clear': [{ type: 'debate.clear' }],
  'agenda.set': [
    setAgenda([WRITING, OPEN], 1),
    setAgenda([...AGENDA, { ...VOTING, id: 'p-again' }], 1),
    setAgenda([WRITING, { ...OPEN, may: ['vote'] }, VOTING], 1),
    setAgenda([WRITING, { ...OPEN, hides: ['claims'] }, VOTING], 1),
  ],
  'agenda.goTo': [
    turnTo('p-write', 'p-open'),
    turnTo('p-vote', 'p-open'),
    turnTo('p-poll', 'p-open'),
    turnTo(null, 'p-open'),
  ],
  'agenda.setTimer': [time('start', 300), time('extend', 60), time('pause'), time('stop')],
  'position.add': [
    { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: '' },
    { type: 'position.add', positionId: 'south', name: 'South', hue: 'olive', summary: '' },
  ],
  'position.edit': [
    { type: 'position.edit', positionId: 'east', name: 'Orient' },
    { type: 'position.edit', positionId: 'east', name: 'Levant' },
    { type: 'position.edit', positionId: 'east', hue: 'umber' },
    { type: 'position.edit', positionId: 'west', name: 'Occident' },
  ],
  'claim.add': [
    newClaim('n', 'c-a', { sources: ['s-a'] }),
    newClaim('o', 'c-a'),
    newClaim('p', 'west', { after: 'l-d' }),
    newClaim('s', 'west', { after: null }),
    newClaim('t', 'l-b', { relation: 'attack' }),
    newClaim('v', 'x-a', { relation: 'attack' }),
  ],
  'claim.edit': [
    edit('c-a', 'one two three', 'one 2 three'),
    edit('c-a', 'one two three', 'one two three four'),
    edit('c-a', 'one two three', 'two three'),
    edit('c-d', 'seven', 'seventy'),
    edit('c-e', 'eight nine', 'eight or nine'),
  ],
  'claim.move': [
    move('c-a', 'c-d'),
    move('c-a', 'west', null),
    move('c-d', 'c-a'),
    move('c-d', 'east', 'l-a'),
    move('c-b', 'c-d'),
    move('c-b', 'east'),
    move('c-e', 'west', 'l-f'),
    move('c-e', 'west', 'l-g'),
    move('c-f', 'west', 'l-d'),
    move('c-g', 'west', null),
    { ...move('c-e', 'l-b'), relation: 'attack' },
    { ...move('c-f', 'x-a'), relation: 'attack' },
  ],
  'claim.retract': [retract('c-a'), retract('c-b'), retract('c-d'), retract('c-e')],
  'claim.restore': [restore('c-q'), restore('c-r')],
  'claim.cite': [
    citePassage('q-1', 'c-e', [ARTICLE, 'Shade is']),
    citePassage('q-2', 'c-e', [ARTICLE, 'is cool']),
    cite('c-a'),
    cite('c-a', 's-b'),
    cite('c-d'),
  ],
  'claim.uncite': [{ type: 'claim.uncite', claimId: 'c-e', sourceId: 's-a' }],
  'link.add': [
    crossLink('x-1', 'c-a', 'c-d'),
    crossLink('x-2', 'c-a', 'c-d'),
    crossLink('x-3', 'c-b', 'c-d'),
    crossLink('x-4', 'c-d', 'l-b'),
    crossLink('x-5', 'c-e', 'x-a'),
  ],
  'link.retract': [
    { type: 'link.retract', linkId: 'x-a' },
    { type: 'link.retract', linkId: 'x-b' },
  ],
  'link.restore': [
    { type: 'link.restore', linkId: 'x-r' },
    { type: 'link.restore', linkId: 'x-s' },
  ],
  'claim.react': [
    react('c-e', 'unclear'),
    react('c-e', 'insightful'),
    react('c-e', 'unclear'),
    react('c-a', 'well_put'),
  ],
  'link.setScheme': [
    setScheme('l-e', 'analogy'),
    setScheme('l-e', 'sign'),
    setScheme('x-a', 'analogy'),
    setScheme('l-a', null),
  ],
  'link.answerQuestion': [
    answerQuestion('l-e', 'cause', 1),
    answerQuestion('l-e', 'cause', 2),
    answerQuestion('x-a', 'cause', 1),
    answerQuestion('l-a', 'cause', 1),
    answerQuestion('l-a', 'cause', 2, false),
  ],
  'link.weigh': [weigh('l-e', 3), weigh('l-e', 1), weigh('l-e', 3), weigh('x-a', 0), weigh('l-a', 4)],
  'source.add': [
    { ...SOURCE, sourceId: 's-m' },
    { ...SOURCE, sourceId: 's-n' },
  ],
  'source.edit': [
    sourceEdit('excerpt', 'It says so'),
    sourceEdit('excerpt', 'On page two'),
    sourceEdit('note', 'Read it'),
  ],
  'article.edit': [
    articleOf('s-a', [ARTICLE, 'Trees give shade. It is cool.'], 2),
    articleOf('s-a', [ARTICLE, `${ARTICLE} Or not.`], 2),
    articleOf('s-b', ['', 'Another one']),
  ],
  'suggestion.make': [
    suggest('w-1', 'c-e', ['eight nine', 'eight and nine']),
    suggest('w-2', 'c-e', ['eight nine', 'eight and nine']),
    suggest('w-1', 'c-b', ['four five six', 'four, five, six']),
  ],
  'suggestion.withdraw': [unsuggest('w-o'), unsuggest('w-p')],
  'suggestion.settle': [
    acceptWording('w-o', 'eight nine'),
    acceptWording('w-p', 'eight nine'),
    returnWording('w-o'),
    returnWording('w-o', 'Too long'),
    reopenWording('w-z'),
  ],
  'summary.edit': [summaryEdit('Where it dawns'), summaryEdit('Early')],
  'text.seal': [seal('c-s'), seal('m-s')],
  'vote.cast': [
    vote('c-e', 'disagree'),
    vote('c-e', 'pass', 1),
    vote('c-e', 'agree'),
    vote('c-a', 'agree'),
    vote('c-a', 'disagree'),
  ],
  'vote.withdraw': [{ type: 'vote.withdraw', claimId: 'c-e' }],
  'comment.add': [
    comment({ commentId: 'm-1' }),
    comment({ commentId: 'm-2', replyTo: 'm-a' }),
    comment({ commentId: 'm-3', on: targetOf('x-a') }),
    comment({ commentId: 'm-4', on: targetOf('l-b') }),
    comment({ commentId: 'm-5', on: targetOf('west') }),
  ],
  'comment.edit': [commentEdit('m-a', 'Why?', 'Why not?'), commentEdit('m-a', 'Why?', 'Who says why?')],
  'comment.withdraw': [{ type: 'comment.withdraw', commentId: 'm-a' }],
  'comment.restore': [
    { type: 'comment.restore', commentId: 'm-w' },
    { type: 'comment.restore', commentId: 'm-v' },
  ],
  'comment.resolve': [{ type: 'comment.resolve', commentId: 'm-a', resolved: true }],
  'content.hide': [
    hide('c-g'),
    hide('c-g', 'c-e'),
    { ...hide('c-b'), reason: 'off topic' },
    hide('c-g', 'm-a'),
    hide('u-b'),
  ],
  'content.lock': [lock('c-a', true), lock('c-f', true), lock('*', true), lock('c-g')],
  'content.unlock': [unlock('c-f')],
  'content.hideAllBy': [sweep('emil'), sweep('dana')],
  'content.restore': [
    bringBack('c-h'),
    bringBack('m-h'),
    bringBack('c-i'),
    bringBack('c-j'),
    bringBack('m-p'),
  ],
  'content.resubmit': [hold('c-g'), hold('c-j')],
  'content.sendBack': [giveBack('c-i')],
  'claim.merge': [merge('c-e', 'c-d'), merge('c-e', 'c-g'), merge('c-a', 'c-d'), merge('c-d', 'c-a')],
  'claim.unmerge': [unmerge('c-k')],
  'claim.split': [
    split('c-a', ['one two three', 'one two'], { key: '1', text: 'three', takes: ['c-b'] }),
    split('c-a', ['one two three', 'one three'], { key: '2', text: 'two' }),
    split('c-e', ['eight nine', 'nine'], { key: '1', text: 'eight' }),
    PART_AGAIN,
  ],
  'claim.join': [join('c-w', 'c-x')],
  'flag.set': [
    mark('c-a', 'unclear', { note: 'Which one?' }),
    mark('c-a', 'unclear', { note: 'Which two?' }),
    mark('c-a', 'unsupported'),
    mark('c-d', 'duplicate', { other: 'c-e' }),
    mark('m-a', 'off_topic'),
  ],
  'flag.clear': [unmark('c-a', 'unclear'), unmark('m-a', 'unclear')],
  'flag.answer': [revise('c-a', 'unclear'), revise('m-a', 'unclear')],
  'report.make': [
    report('r-1', 'c-a'),
    report('r-2', 'c-a', { reason: 'spam' }),
    report('r-3', 'm-a'),
    report('r-4', 'c-b'),
    report('r-5', 'c-g'),
  ],
  'report.withdraw': [unreport('r-o'), unreport('r-p'), unreport('r-q')],
  'report.settle': [
    settle('no_action', 'r-o'),
    settle('hidden', 'r-o'),
    settle('flagged', 'r-o', 'r-p', 'r-q'),
    settle(null, 'r-z'),
  ],
  'claim.promote': [bring('a', 'n', 'west'), bring('a', '8', 'west')],
  'claim.markPromoted': [toPlenary('c-d')],
  'group.form': [form('1', 'dana'), form('1', 'emil'), form('2', 'dana')],
  'group.assign': [assign('susi', null), assign('dana', 'a'), assign('dana', 'b'), assign('emil', 'a')],
  'group.setStatus': [turnGroup('a', 'closed'), turnGroup('a', 'archived'), turnGroup('c', 'open')],
  'meeting.setStatus': [meet(false)],
  ...POLL_CASES,
  'question.ask': [ask('u-1'), ask('u-2')],
  'question.support': [support('u-b'), support('u-a')],
  'question.withdraw': [withdrawQuestion('u-b'), withdrawQuestion('u-w', false)],
  'question.merge': [mergeQuestion('u-a', 'u-b'), mergeQuestion('u-b', 'u-a'), mergeQuestion('u-c', null)],
  'question.pin': [pin('u-a'), pin('u-b')],
  'question.answer': [markAnswered('u-a'), markAnswered('u-b')],
  'task.add': [addTask('t-1'), addTask('t-2', 'votes', 3, { phaseId: 'p-vote' })],
  'task.change': [changeTask('t-a', 3), changeTask('t-b', 5, { phaseId: 'p-vote' }), changeTask('t-a', 4)],
  'task.remove': [removeTask('t-a'), removeTask('t-b')],
  ...STEELMAN_CASES,
  'perspective.show': [{ type: 'perspective.show', shown: true }],
  'hand.raise': [{ type: 'hand.raise' }],
  'hand.lower': [{ type: 'hand.lower', participantId: 'dana' }],
  'floor.order': [queueBy('teams'), queueBy('first_timers')],
  'floor.invite': [inviteToSpeak('emil')],
  'floor.uninvite': [{ type: 'floor.uninvite', participantId: 'susi' }],
  'floor.give': [give('emil', 60), give('emil', 120, 'mona'), give('dana', null), give(null, null)],
  'spotlight.set': [
    light('c-a'),
    light('c-a', true),
    light('c-e', true),
    light('u-b'),
    light(null),
    light(null, false, 'c-l'),
  ],
};

/**
 * The senders: of two moderators, one first and one later; comments and what answers a mark are their author's, reports are
 * two others'; the server lets people join.
 */
export function asker(type: OperationType, turn: 'first' | 'later'): string {
  if (isTheServers(type)) return SYSTEM;
  if (type.startsWith('comment.') || type === 'flag.answer' || type === 'question.withdraw') return 'dana';
  if (type === 'suggestion.withdraw') return 'susi';
  if (type === 'report.make' || type === 'report.withdraw') return turn === 'first' ? 'otto' : 'susi';
  return turn === 'first' ? 'olga' : 'mona';
}

export const ALL_CASES: readonly Operation[] = Object.values(PAIR_CASES).flat();
